namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why a key does not do what is asked of it. Each finishes the sentence "the key is …".</summary>
/// <remarks>
/// A vault answers the first three, <see cref="NotYetActive"/>, <see cref="Expired"/>, <see cref="Unreachable"/> and
/// <see cref="Unsound"/>; the others come from a <see cref="KeyRing"/> or a data key. The default is
/// <see cref="Forbidden"/>.
/// </remarks>
public enum KeyRefusal
{
    /// <summary>Forbidden to the caller, or unknown to the vault, which does not tell the two apart.</summary>
    Forbidden,

    /// <summary>Disabled, hence suspended.</summary>
    Disabled,

    /// <summary>Deleted; it can be recovered until a date.</summary>
    Deleted,

    /// <summary>Purged, hence gone for ever.</summary>
    Purged,

    /// <summary>Known to be compromised, so that only an explicit recovery may unwrap under it.</summary>
    Compromised,

    /// <summary>Not active yet: it does not wrap before its date.</summary>
    NotYetActive,

    /// <summary>Past its date: it does not wrap any more.</summary>
    Expired,

    /// <summary>In a vault that did not answer.</summary>
    Unreachable,

    /// <summary>Not the one that the wrapped data key is sound under.</summary>
    Unsound,

    /// <summary>A data key that is too old, or has been used too much, to write with.</summary>
    Retired,
}
