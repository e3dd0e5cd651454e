namespace AmlSecurity.Domain.Identities;

/// <summary>Says which claim is wrong, and how. It never holds the claim's value.</summary>
/// <param name="Claim">The short name of the claim.</param>
/// <param name="Kind">What is wrong.</param>
/// <remarks>Equal by both; no order. The default means nothing. Safe for concurrent use.</remarks>
public readonly record struct ClaimFault(string Claim, ClaimFaultKind Kind)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The claim and what is wrong.</returns>
    public override string ToString() => Kind == ClaimFaultKind.Malformed
        ? $"the claim {Plaintext.Quote(Claim)} is malformed"
        : $"the claim {Plaintext.Quote(Claim)} is given more than once, differently";
}
