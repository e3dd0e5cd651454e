namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Lists who moves.</summary>
internal enum MoveKind
{
    /// <summary>Something happens to the machine.</summary>
    Event,

    /// <summary>A question is answered that the machine has given up.</summary>
    LateAnswer,

    /// <summary>Time passes, or is taken back.</summary>
    Time,

    /// <summary>The tracked version is disabled.</summary>
    Disable,

    /// <summary>The tracked version is enabled again.</summary>
    Enable,
}
