using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A place in a text where a secret or personal data stands, without what stands there.</summary>
/// <remarks>Equal by all members; no order. The default is a private key of no length in a run id. Holds nothing of
/// the text. Safe for concurrent use.</remarks>
public readonly record struct PrivacyFinding
{
    internal PrivacyFinding(PrivacyFindingKind kind, PrivacySubject subject, int offset, int length)
    {
        Kind = kind;
        Subject = subject;
        Offset = offset;
        Length = length;
    }

    /// <summary>Gets what stands there.</summary>
    public PrivacyFindingKind Kind { get; }

    /// <summary>Gets which text it is.</summary>
    public PrivacySubject Subject { get; }

    /// <summary>Gets the first character of it, from 0.</summary>
    public int Offset { get; }

    /// <summary>Gets how many characters it has.</summary>
    public int Length { get; }

    /// <summary>Gets a value indicating whether it is a secret, and not personal data or a guarded word.</summary>
    public bool IsSecret => Kind <= PrivacyFindingKind.NamedSecret;

    /// <summary>Gets the rule that advises against it: DATA-03 for secrets in variables, DATA-01 for other things in
    /// them, DATA-04 for run ids and names.</summary>
    public RuleId Rule => Subject switch
    {
        PrivacySubject.RunId or PrivacySubject.ResourceName => PrivacyRules.RunIds,
        _ => IsSecret ? PrivacyRules.Variables : PrivacyRules.Collected,
    };

    /// <summary>Gets why that is a matter.</summary>
    public string Reason => PrivacyRules.ReasonFor(Kind, Subject);

    /// <summary>Makes a finding of a configuration of it.</summary>
    /// <param name="path">The place of the text, as a JSON path.</param>
    /// <returns>A warning for a secret, else advice.</returns>
    public Finding At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Finding(
            Rule,
            IsSecret ? FindingSeverity.Warning : FindingSeverity.Advice,
            path,
            ToString(),
            IsSecret ? "keep it in a key vault, and replace it where it was used" : "use a name that tells nothing");
    }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Reason and place, and nothing of the text.</returns>
    public override string ToString() => $"{Reason}, at {Offset} for {Length} characters";
}
