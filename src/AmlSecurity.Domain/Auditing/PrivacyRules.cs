using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The rules that lints cite, and their words.</summary>
internal static class PrivacyRules
{
    /// <summary>Gets DATA-01: names and variables may be collected.</summary>
    public static RuleId Collected { get; } = RuleId.Of("DATA-01");

    /// <summary>Gets DATA-03: no secrets in variables.</summary>
    public static RuleId Variables { get; } = RuleId.Of("DATA-03");

    /// <summary>Gets DATA-04: nothing sensitive in run ids.</summary>
    public static RuleId RunIds { get; } = RuleId.Of("DATA-04");

    public static string ReasonFor(PrivacyFindingKind kind, PrivacySubject subject) =>
        $"{Plaintext.Words(subject)} holds {Noun(kind)}, and {Fate(subject)}";

    private static string Noun(PrivacyFindingKind kind) => kind switch
    {
        PrivacyFindingKind.NamedSecret => "what looks like a secret by its name",
        PrivacyFindingKind.AccountName or PrivacyFindingKind.AddressPassword => $"an {Plaintext.Words(kind)}",
        _ => $"a {Plaintext.Words(kind)}",
    };

    private static string Fate(PrivacySubject subject) => subject switch
    {
        PrivacySubject.RunId => "may be in telemetry that support engineers read",
        PrivacySubject.ResourceName => "may be collected for diagnostics",
        _ => "may be logged and stored for diagnostics",
    };
}
