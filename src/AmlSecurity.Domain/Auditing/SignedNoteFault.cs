namespace AmlSecurity.Domain.Auditing;

/// <summary>Says what is wrong with the form of a signed note, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in bytes from the beginning.</param>
/// <remarks>Equal by both; no order. The default is an empty note. Holds no part of the input. Immutable, hence safe
/// for concurrent use.</remarks>
public readonly record struct SignedNoteFault(SignedNoteFaultKind Kind, int Offset)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => new TextFault<SignedNoteFaultKind>(Kind, Offset).ToString();
}
