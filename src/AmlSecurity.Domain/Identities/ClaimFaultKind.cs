namespace AmlSecurity.Domain.Identities;

/// <summary>Lists what can be wrong with a claim. Each finishes the sentence "it is …".</summary>
/// <remarks>The default is <see cref="Malformed"/>.</remarks>
public enum ClaimFaultKind
{
    /// <summary>Not of the form that this claim has.</summary>
    Malformed,

    /// <summary>Given more than once with different values.</summary>
    Contradicted,
}
