namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>Lists what can happen to a data key in the cache.</summary>
internal enum KeyCacheEventKind
{
    /// <summary>An operation asks to use it.</summary>
    Demanded,

    /// <summary>It was made here and wrapped by the vault, which proves as much as an unwrap.</summary>
    Wrapped,

    /// <summary>The vault has unwrapped it.</summary>
    UnwrapSucceeded,

    /// <summary>The vault has refused.</summary>
    UnwrapDenied,

    /// <summary>What came from the vault was not the data key.</summary>
    UnwrapUnsound,

    /// <summary>The vault has not answered.</summary>
    UnwrapUnreachable,

    /// <summary>The host came back at the time that it was told.</summary>
    RefreshDue,

    /// <summary>The host has learned that a version is not to be used.</summary>
    VersionRevoked,

    /// <summary>Its place in the cache is needed.</summary>
    Evicted,
}
