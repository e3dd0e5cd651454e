using System.Collections.Immutable;
using System.Text;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Assessment;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

/// <summary>Small configurations, and what is found in them.</summary>
internal static class Sample
{
    public const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml";

    private const string Providers = $"{Group}/providers";

    public const string Vault = $"{Providers}/Microsoft.KeyVault/vaults/vault1";

    public const string Storage = $"{Providers}/Microsoft.Storage/storageAccounts/store1";

    public const string Registry = $"{Providers}/Microsoft.ContainerRegistry/registries/images1";

    public const string Insights = $"{Providers}/Microsoft.Insights/components/insights1";

    public const string WorkspaceId = $"{Providers}/Microsoft.MachineLearningServices/workspaces/space1";

    public const string Subnet = $"{Providers}/Microsoft.Network/virtualNetworks/net1/subnets/one";

    /// <summary>Gets facts by which nothing is left open.</summary>
    public static AssessmentFacts Known { get; } = new()
    {
        IsCosmosDbKeyEnabled = true,
        AreProvidersRegistered = true,
        IsAppContributor = true,
        Vault = new(Domain.Resources.Region.Read("eastus").Expect(), true, true),
        WorkspaceKeyBits = 3072,
        StorageKeyBits = 2048,
        IsDataSensitive = false,
    };

    /// <summary>Writes a workspace as the REST interface gives it.</summary>
    public static string Workspace(
        string properties = "", string edition = "Enterprise", string name = "space1", string identity = "SystemAssigned") =>
        $$"""
        {"id":"{{WorkspaceId.Replace("space1", name, StringComparison.Ordinal)}}","name":"{{name}}",
         "type":"Microsoft.MachineLearningServices/workspaces","location":"eastus",
         "sku":{"name":"{{edition}}","tier":"{{edition}}"},"identity":{"type":"{{identity}}"},
         "properties":{"storageAccount":"{{Storage}}","keyVault":"{{Vault}}","applicationInsights":"{{Insights}}",
                       "containerRegistry":"{{Registry}}"{{(properties.Length > 0 ? "," : "")}}{{properties}} } }
        """;

    /// <summary>Writes any other resource.</summary>
    public static string Resource(string id, string properties, string more = "") =>
        $$"""
        {"id":"{{id}}","location":"eastus","properties":{{{properties}}}{{(more.Length > 0 ? "," : "")}}{{more}}}
        """;

    /// <summary>Writes a compute target of the workspace.</summary>
    public static string Compute(string type, string properties = "") =>
        Resource($"{WorkspaceId}/computes/{type.ToLowerInvariant()}1", $$"""
            "computeType":"{{type}}","properties":{{{properties}}}
            """);

    public static Domain.Workspaces.Workspace Of(params string[] documents) => Domain.Workspaces.Workspace.Of(
        [.. documents.Select(text => ConfigurationDocument.Read(Encoding.UTF8.GetBytes(text)).Expect())]);

    public static ImmutableArray<Finding> Find(AssessmentFacts facts, params string[] documents) =>
        Of(documents).Assess(RuleSet.March2020, facts).ThatSpeak();

    public static ImmutableArray<Finding> Find(params string[] documents) => Find(Known, documents);

    /// <summary>Picks the findings under a rule as severities.</summary>
    public static IEnumerable<FindingSeverity> Under(this ImmutableArray<Finding> findings, string rule) =>
        findings.Where(finding => finding.Rule.Text == rule).Select(finding => finding.Severity);
}
