namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists why a record names nobody.</summary>
/// <remarks>The default is that the source names nobody.</remarks>
public enum UnattributedReason
{
    /// <summary>The source names nobody, as the activities area of a workspace does (MON-07).</summary>
    NotNamed,

    /// <summary>Nobody was asked, as at a web service without authentication.</summary>
    Anonymous,

    /// <summary>What the source says of the actor cannot be understood.</summary>
    Unreadable,
}
