namespace AmlSecurity.Domain.Canonical;

/// <summary>Says why a text has no canonical form, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, as the zero-based offset in bytes.</param>
/// <remarks>Equal by both; no order. The default is a text that is not JSON from its first byte. Holds no part of the
/// text, so it may be logged. Immutable, hence safe for concurrent use.</remarks>
public readonly record struct CanonicalJsonFault(CanonicalJsonFaultKind Kind, int Offset)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => $"it is {Words} (at byte {Offset})";

    private string Words => Kind switch
    {
        CanonicalJsonFaultKind.NotJson => "not JSON",
        CanonicalJsonFaultKind.NotUnicode => "not Unicode",
        _ => Plaintext.Words(Kind),
    };
}
