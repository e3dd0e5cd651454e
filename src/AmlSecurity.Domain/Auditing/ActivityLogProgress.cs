namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists how far an operation is when an event of it is logged.</summary>
/// <remarks>The default is that the event does not say.</remarks>
public enum ActivityLogProgress
{
    /// <summary>Missing, or a word that this version does not know.</summary>
    NotStated,

    /// <summary>It began.</summary>
    Started,

    /// <summary>It was accepted and goes on.</summary>
    InProgress,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>It ended badly, was cancelled, or was refused.</summary>
    Failed,
}
