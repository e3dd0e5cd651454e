namespace AmlSecurity.Domain.Resources;

/// <summary>Lists what is irregular about a resource id that was read leniently.</summary>
/// <remarks>
/// The default is <see cref="None"/>, which is all that a strict reading ever returns. The flags of the text as a whole
/// (<see cref="MissingLeadingSlash"/>, <see cref="TrailingSlash"/>, <see cref="SurroundingBlanks"/>) do not pass on
/// to a parent.
/// </remarks>
[Flags]
public enum ResourceIdOddities
{
    /// <summary>Nothing is irregular.</summary>
    None = 0,

    /// <summary>The text began without a slash; one was added.</summary>
    MissingLeadingSlash = 1,

    /// <summary>The text ended with a slash; it was taken away.</summary>
    TrailingSlash = 2,

    /// <summary>The subscription is not a GUID of the form <c>D</c> (DEC-18); true of a placeholder, too.</summary>
    SubscriptionNotGuid = 4,

    /// <summary>A segment has an angle bracket or a brace, as in <c>&lt;name&gt;</c> or <c>{name}</c>.</summary>
    Placeholder = 8,

    /// <summary>The id ends with a provider that has no type, or with a type that has no name.</summary>
    Incomplete = 16,

    /// <summary>The text had blanks before or after it; they were taken away.</summary>
    SurroundingBlanks = 32,
}
