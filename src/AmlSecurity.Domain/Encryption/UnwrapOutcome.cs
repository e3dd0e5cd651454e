namespace AmlSecurity.Domain.Encryption;

/// <summary>Says how the unwrapping of a data key ended.</summary>
/// <remarks>The default is <see cref="Failed"/>.</remarks>
public enum UnwrapOutcome
{
    /// <summary>The wrapped key is not sound under this key.</summary>
    Failed,

    /// <summary>The vault refused: no permission, or the key is disabled.</summary>
    Denied,

    /// <summary>The vault did not answer.</summary>
    Unreachable,

    /// <summary>The data key is there.</summary>
    Unwrapped,
}
