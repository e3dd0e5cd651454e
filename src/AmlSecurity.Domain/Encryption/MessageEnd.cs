namespace AmlSecurity.Domain.Encryption;

/// <summary>Says how the reading of a message ended.</summary>
/// <remarks>The default is <see cref="Refused"/>.</remarks>
public enum MessageEnd
{
    /// <summary>Something was wrong, or the short last chunk is missing; what was given out is at most an authentic
    /// prefix.</summary>
    Refused,

    /// <summary>The caller stopped on purpose; what was given out is an authentic prefix.</summary>
    Prefix,

    /// <summary>The whole message was read and is authentic.</summary>
    Complete,
}
