using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Compatibility</c>.</summary>
internal static class CompatibilityOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("edition.require", RequireEdition),
    ];

    private static JsonObject RequireEdition(Arguments request)
    {
        var topology = NetworkTopology.Open
            .WithWorkspacePrivateLink(request.Flag("workspacePrivateLink"))
            .WithCustomerManagedKey(request.Flag("customerManagedKey"));
        if (request.OptionalObject("resources") is { } resources)
        {
            topology = resources.Names.Aggregate(topology, (before, name) => before.With(
                ResourceOf(resources, name),
                resources.OptionalChoice(
                    name,
                    ("none", NetworkAttachment.None),
                    ("vnet", NetworkAttachment.VirtualNetwork),
                    ("privateLink", NetworkAttachment.PrivateLink))));
        }

        var answer = EditionTable.Require(topology, RulesOf(request));
        var edition = answer switch
        {
            EditionAnswer.Required { Edition: Edition.Basic } => "basic",
            EditionAnswer.Required => "enterprise",
            _ => "notApplicable",
        };
        return new JsonObject { ["edition"] = edition }.WithTexts("rules", answer.Rows.Select(row => row.Rule.Text));
    }

    private static AssociatedResource ResourceOf(Arguments resources, string name)
    {
        foreach (var resource in Enum.GetValues<AssociatedResource>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName($"{resource}") == name)
            {
                return resource;
            }
        }

        throw resources.Malformed(name, name, "it is no resource of a workspace");
    }

    // The rules of the page that has the table, where none are asked for.
    private static RuleSet RulesOf(Arguments request) =>
        request.OptionalText("ruleSet") is not { } text ? RuleSet.March2020
        : RuleSet.Read(text).TryPickT0(out var rules, out var fault) ? rules
        : throw request.Malformed("ruleSet", text, fault);
}
