using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges how a template takes passwords that users supply (DEC-04).</summary>
internal static class PasswordAssessment
{
    // The end of a name says what it holds, as in `adminUserPassword` and `adminUserSshPrivateKey`; its middle what it
    // is about, as in `passwordSecretName` and `disablePasswordAuthentication`.
    private static readonly ImmutableArray<string> Ends =
    [
        "password", "passphrase", "privateKey", "privateKeyData", "accountKey", "accessKey", "clientSecret", "sasToken",
    ];

    public static IEnumerable<Finding> Assess(ConfigurationResource resource) =>
        Below(resource.Properties, 0).Select(Judge).OfType<Finding>();

    private static Finding? Judge(ConfigurationNode node) => node switch
    {
        { Parameter.IsSecure: true } => null,
        { IsUnresolved: false, AsText: null } => null,

        // Also one that is empty by default: it is there to be filled.
        { Parameter: { } parameter } => Say.Advice(
            AssessmentRules.SuppliedPassword,
            node,
            $"the parameter {Plaintext.Quote(parameter.Name)} takes a secret, and is not declared a secure one",
            "take it as `securestring`"),
        { IsUnresolved: true } or { AsText: "" } => null,
        _ => Say.Warning(
            AssessmentRules.SuppliedPassword,
            node,
            "a secret stands in the document",
            "take it as a parameter of type `securestring`"),
    };

    private static IEnumerable<ConfigurationNode> Below(ConfigurationNode node, int depth)
    {
        const int Deepest = 16;
        if (depth == Deepest)
        {
            yield break;
        }

        foreach (var (name, member) in node.Members)
        {
            if (Ends.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                yield return member;
            }

            foreach (var below in Below(member, depth + 1))
            {
                yield return below;
            }
        }

        foreach (var below in node.Items.SelectMany(item => Below(item, depth + 1)))
        {
            yield return below;
        }
    }
}
