namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why an envelope does not open.</summary>
/// <remarks>The default is <see cref="Authentication"/>.</remarks>
public enum OpenRefusalKind
{
    /// <summary>Wrong key, wrong context or altered data; which of these is never said.</summary>
    Authentication,

    /// <summary>The bytes do not have the form of an envelope.</summary>
    Malformed,

    /// <summary>None of the keys that it names is allowed here.</summary>
    KeyNotAllowed,

    /// <summary>The vault refused the key.</summary>
    KeyDenied,

    /// <summary>The vault could not be reached.</summary>
    KeyUnavailable,

    /// <summary>The data key has been erased from memory.</summary>
    KeyErased,

    /// <summary>A data key that was wrapped anew does not unwrap to itself; nothing was changed.</summary>
    WrapNotVerified,

    /// <summary>The recovery of a compromised key is not open at this time, or is for another key.</summary>
    RecoveryClosed,
}
