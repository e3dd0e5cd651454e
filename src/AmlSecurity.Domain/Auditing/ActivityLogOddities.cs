namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what the log of one operation may have that it should not.</summary>
/// <remarks>The default is none.</remarks>
[Flags]
public enum ActivityLogOddities
{
    /// <summary>One start and one end, or less.</summary>
    None = 0,

    /// <summary>More than one start.</summary>
    SeveralStarts = 1,

    /// <summary>More than one end.</summary>
    SeveralEnds = 2,

    /// <summary>Ends of which some are good and some are bad.</summary>
    ContradictoryEnds = 4,

    /// <summary>The last end is earlier than the first start.</summary>
    EndBeforeStart = 8,

    /// <summary>Neither a correlation id nor an operation id, so that nothing could be joined.</summary>
    NotJoined = 16,

    /// <summary>The same event more than once, as in exports that overlap.</summary>
    Repeated = 32,
}
