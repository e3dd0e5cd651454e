namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why a <see cref="KeyRing"/> does not make a transition. Each finishes "it is …".</summary>
/// <remarks>The default is <see cref="OfAnUnknownVersion"/>.</remarks>
public enum KeyRingRefusal
{
    /// <summary>Of a version that the ring does not hold.</summary>
    OfAnUnknownVersion,

    /// <summary>Of a version that the ring holds already; no version becomes the newest again.</summary>
    OfAKnownVersion,

    /// <summary>Of a version that was created before the newest one.</summary>
    OlderThanTheNewest,

    /// <summary>Of a version that is enabled already.</summary>
    EnabledAlready,

    /// <summary>Of a version that is disabled already, or of one that must not be for what was asked.</summary>
    Disabled,

    /// <summary>Of a version that is known to be compromised.</summary>
    Compromised,

    /// <summary>Of a version that is not known to be compromised.</summary>
    NotCompromised,

    /// <summary>Of a key that is deleted.</summary>
    Deleted,

    /// <summary>Of a key that is not deleted.</summary>
    NotDeleted,

    /// <summary>Of a key that is protected from being purged before its date.</summary>
    ProtectedFromPurge,

    /// <summary>Of a key that is gone for ever.</summary>
    Purged,
}
