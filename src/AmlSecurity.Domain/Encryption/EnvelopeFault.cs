namespace AmlSecurity.Domain.Encryption;

/// <summary>Says what is wrong with the form of an envelope or key record, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in bytes from the beginning.</param>
/// <remarks>Equal by both; no order. The default is a truncation at 0. Holds no part of the input.</remarks>
public readonly record struct EnvelopeFault(EnvelopeFaultKind Kind, int Offset)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() =>
        new TextFault<EnvelopeFaultKind>(Kind, Offset).ToString();
}
