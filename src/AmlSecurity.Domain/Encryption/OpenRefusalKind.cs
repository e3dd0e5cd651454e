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
}
