namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists why a data key does not seal. Each finishes the sentence "the key is …".</summary>
/// <remarks>The default is <see cref="Erased"/>.</remarks>
public enum SealRefusal
{
    /// <summary>Erased from memory.</summary>
    Erased,

    /// <summary>As old as its limit allows; take a new one.</summary>
    TooOld,

    /// <summary>Used for as many messages as its limit allows; take a new one.</summary>
    UsedForTooManyMessages,

    /// <summary>Used for as many bytes as its limit allows; take a new one.</summary>
    UsedForTooManyBytes,
}
