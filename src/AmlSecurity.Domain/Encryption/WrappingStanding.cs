namespace AmlSecurity.Domain.Encryption;

/// <summary>Says how a wrapped data key stands to the state of a key. Each finishes "it is …".</summary>
/// <remarks>The default is <see cref="UnderOtherKeys"/>.</remarks>
public enum WrappingStanding
{
    /// <summary>Not wrapped under this key at all.</summary>
    UnderOtherKeys,

    /// <summary>Wrapped once, under the active version: there is nothing to do.</summary>
    Current,

    /// <summary>To be wrapped anew under the active version.</summary>
    ToRewrap,

    /// <summary>Wrapped under a compromised version, hence perhaps known: what is under it is to be encrypted
    /// anew.</summary>
    ToReencrypt,

    /// <summary>Not to be unwrapped under any version as things are.</summary>
    Locked,
}
