namespace AmlSecurity.Domain.Encryption;

/// <summary>Says why an envelope does not open.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Fault">What is wrong with the form, where that is the reason.</param>
/// <param name="Key">What the vault or the ring said, where that is the reason and it is known.</param>
/// <remarks>Equal by all members; no order. The default is a failed authentication. Holds no input.</remarks>
public readonly record struct OpenRefusal(OpenRefusalKind Kind, EnvelopeFault? Fault = null, KeyRefusal? Key = null)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Kind switch
    {
        OpenRefusalKind.Malformed => $"the envelope is malformed: {Fault}",
        OpenRefusalKind.KeyNotAllowed => "the envelope names no key that is allowed here",
        OpenRefusalKind.KeyDenied when Key is { } key => $"the key is {Plaintext.Words(key)}",
        OpenRefusalKind.KeyDenied => "the vault refused the key",
        OpenRefusalKind.KeyUnavailable => "the vault could not be reached",
        OpenRefusalKind.KeyErased => "the data key has been erased",
        OpenRefusalKind.WrapNotVerified => "the vault wrapped the data key into something that it does not unwrap",
        OpenRefusalKind.RecoveryClosed => "the recovery of the compromised key is not open",
        _ => "the envelope is not authentic for this key and context",
    };

    /// <summary>Says what the refusal of a key means for what is under it.</summary>
    internal static OpenRefusal Of(KeyRefusal key) => key switch
    {
        KeyRefusal.Unsound => default,
        KeyRefusal.Unreachable => new(OpenRefusalKind.KeyUnavailable),
        _ => new(OpenRefusalKind.KeyDenied, Key: key),
    };
}
