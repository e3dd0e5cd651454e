namespace AmlSecurity.Domain.Encryption;

/// <summary>Says why an envelope does not open.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Fault">What is wrong with the form, where that is the reason.</param>
/// <remarks>Equal by both; no order. The default is a failed authentication. Holds no part of the input.</remarks>
public readonly record struct OpenRefusal(OpenRefusalKind Kind, EnvelopeFault? Fault = null)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Kind switch
    {
        OpenRefusalKind.Malformed => $"the envelope is malformed: {Fault}",
        OpenRefusalKind.KeyNotAllowed => "the envelope names no key that is allowed here",
        OpenRefusalKind.KeyDenied => "the vault refused the key",
        OpenRefusalKind.KeyUnavailable => "the vault could not be reached",
        OpenRefusalKind.KeyErased => "the data key has been erased",
        _ => "the envelope is not authentic for this key and context",
    };
}
