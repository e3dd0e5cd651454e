namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what one block of permissions makes of an operation.</summary>
/// <remarks>Ordered from the least to the most. The default is <see cref="Silent"/>, which does not grant.</remarks>
public enum BlockOutcome
{
    /// <summary>No entry covers the operation.</summary>
    Silent,

    /// <summary>An entry covers it, and an exclusion takes it away again.</summary>
    Excluded,

    /// <summary>An entry covers it, and no exclusion does.</summary>
    Granted,
}
