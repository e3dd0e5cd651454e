using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges how a template takes passwords that users supply (DEC-04).</summary>
internal static class PasswordAssessment
{
    private static readonly string[] Names = ["password", "accountKey", "clientSecret", "sasToken", "privateKeyData"];

    public static IEnumerable<Finding> Assess(ConfigurationResource resource) =>
        Below(resource.Properties, 0).Select(Judge).OfType<Finding>();

    private static Finding? Judge(ConfigurationNode node) => node switch
    {
        { Parameter.IsSecure: true } => null,
        { IsUnresolved: false, AsText: null or "" } => null,
        { Parameter: { } parameter } => Say.Advice(
            AssessmentRules.SuppliedPassword,
            node,
            $"the parameter {Plaintext.Quote(parameter.Name)} takes a secret, and is not declared a secure one",
            "take it as `securestring`"),
        { IsUnresolved: true } => null,
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
            if (Names.Contains(name, StringComparer.OrdinalIgnoreCase))
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
