namespace AmlSecurity.Domain;

/// <summary>Says why a text is not a value: what is wrong with it, and where.</summary>
/// <typeparam name="TKind">The closed list of things that can be wrong. Each name finishes the sentence "it is
/// …".</typeparam>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">The zero-based offset, in UTF-16 code units, of the first character that is wrong.</param>
/// <remarks>
/// Equal by kind and offset; no order. The default is the first kind at offset 0, which is <c>Empty</c> for every kind
/// here. It holds no part of the text, so it may be logged. Immutable, hence safe for concurrent use.
/// </remarks>
public readonly record struct TextFault<TKind>(TKind Kind, int Offset)
    where TKind : struct, Enum
{
    /// <summary>Returns the sentence that tells a person what is wrong, such as <c>it is too long (at offset
    /// 24)</c>.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => $"it is {Plaintext.Words(Kind)} (at offset {Offset})";
}
