namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>Lists what an event can mean for whoever caused it.</summary>
internal enum KeyCacheVerdict
{
    /// <summary>Nothing; an answer to a question that nobody has any more is thrown away.</summary>
    None,

    /// <summary>The operation may use the key.</summary>
    Admitted,

    /// <summary>The operation waits for the question under way, and asks again.</summary>
    Waits,

    /// <summary>The key that came is kept.</summary>
    Kept,

    /// <summary>Whoever waits gets no key.</summary>
    Refused,
}
