using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges the customer-managed key of a workspace (ENC-14 to ENC-21, CMK-01, CMK-02, DEC-03, WS-06).</summary>
internal static class KeyAssessment
{
    private const int AdvisedBits = 3072;

    public static IEnumerable<Finding> Assess(
        Estate estate, WorkspaceConfiguration workspace, AssessmentFacts facts, RuleSet rules) =>
        workspace.HasCustomerManagedKey switch
        {
            true =>
            [
                .. Prerequisites(workspace, facts, rules),
                .. Key(estate, workspace, facts),
            ],
            null => [Say.Open(
                AssessmentRules.BothParameters,
                workspace.Encryption.IsUnresolved ? workspace.Encryption : workspace.EncryptionStatus,
                "whether a customer-managed key is asked for is not known")],
            false => [],
        };

    private static IEnumerable<Finding> Prerequisites(
        WorkspaceConfiguration workspace, AssessmentFacts facts, RuleSet rules)
    {
        var at = workspace.EncryptionStatus;
        var all = new[]
        {
            SourcePages.Of2020.Includes(rules)
                ? Say.Demand(
                    AssessmentRules.CosmosDbEnabled,
                    at,
                    facts.IsCosmosDbKeyEnabled,
                    "Cosmos DB may use customer-managed keys in the subscription",
                    "ask the team of Cosmos DB for it")
                : null,
            Say.Demand(
                AssessmentRules.Providers,
                at,
                facts.AreProvidersRegistered,
                "the resource providers of Azure Machine Learning and Cosmos DB are registered",
                "register both in the subscription"),
            Say.Demand(
                AssessmentRules.AppContributor,
                at,
                facts.IsAppContributor,
                "the application of Azure Machine Learning is Contributor on the subscription",
                "assign it that role"),
        };
        return all.OfType<Finding>();
    }

    private static IEnumerable<Finding> Key(Estate estate, WorkspaceConfiguration workspace, AssessmentFacts facts)
    {
        var vault = VaultOf(workspace.KeyVaultOfKey, out var vaultFinding);
        var key = KeyOf(workspace.KeyIdentifier, out var keyFinding);
        foreach (var finding in new[] { vaultFinding, keyFinding }.OfType<Finding>())
        {
            yield return finding;
        }

        if (vault is not null && key is not null)
        {
            foreach (var finding in Judge(estate, workspace, new CustomerManagedKey(key, vault), facts))
            {
                yield return finding;
            }
        }

        if (facts.WorkspaceKeyBits is < AdvisedBits)
        {
            yield return Say.Advice(
                AssessmentRules.KeySize,
                workspace.KeyIdentifier,
                $"the key has `{facts.WorkspaceKeyBits}` bits",
                $"use an RSA key of {AdvisedBits} bits or more");
        }
    }

    private static ResourceId? VaultOf(ConfigurationNode node, out Finding? finding)
    {
        if (node.AsText is not { Length: > 0 } text)
        {
            finding = node.IsUnresolved
                ? Say.Open(AssessmentRules.VaultId, node, "the vault of the key is not known")
                : Say.Violation(
                    AssessmentRules.BothParameters,
                    node,
                    "a customer-managed key is asked for, and its vault is not given",
                    "give both the vault and the address of the key");
            return null;
        }

        var isRead = ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var id, out var fault);
        var isVault = isRead
            && string.Equals(id.ResourceType, Estate.VaultType, StringComparison.OrdinalIgnoreCase);
        finding = isVault
            ? null
            : Say.Violation(
                AssessmentRules.VaultId,
                node,
                isRead ? "it is not the resource id of a vault" : $"it is no resource id: {fault}",
                "give the resource id of the vault that holds the key");
        return isVault ? id : null;
    }

    private static KeyIdentifier? KeyOf(ConfigurationNode node, out Finding? finding)
    {
        if (node.AsText is not { Length: > 0 } text)
        {
            finding = node.IsUnresolved
                ? Say.Open(AssessmentRules.VersionedKey, node, "the address of the key is not known")
                : Say.Violation(
                    AssessmentRules.BothParameters,
                    node,
                    "a customer-managed key is asked for, and its address is not given",
                    "give both the vault and the address of the key");
            return null;
        }

        // A missing version is told by the key itself, below.
        var isRead = KeyIdentifier.Read(text).TryPickT0(out var key, out var fault);
        finding = isRead
            ? null
            : Say.Violation(
                AssessmentRules.VersionedKey,
                node,
                $"it is no address of a key: {fault}",
                "give the full address of the key, with its version");
        return isRead ? key : null;
    }

    private static IEnumerable<Finding> Judge(
        Estate estate, WorkspaceConfiguration workspace, CustomerManagedKey key, AssessmentFacts facts)
    {
        var declared = estate.Find(workspace.KeyVaultOfKey, Estate.VaultType);
        var subscription = workspace.Id?.Subscription ?? facts.Subscription;
        var findings = key.Assess(
            subscription ?? key.Vault.Subscription ?? "", workspace.Region, FactsOf(declared, facts.Vault));
        foreach (var finding in findings)
        {
            yield return finding with { Path = PlaceOf(finding, workspace).Place };
        }

        if (subscription is null)
        {
            yield return Say.Open(
                AssessmentRules.VaultPlace,
                workspace.KeyVaultOfKey,
                "whether the vault is in the subscription of the workspace is not known");
        }

        if (workspace.KeyVault.ResourceKey is { } own && own != workspace.KeyVaultOfKey.ResourceKey)
        {
            yield return Say.Advice(
                AssessmentRules.OneVault,
                workspace.KeyVaultOfKey,
                "the key is in another vault than the workspace's own",
                "to have one vault for both, give it as the vault of the workspace too");
        }
    }

    private static KeyVaultFacts FactsOf(ConfigurationResource? declared, KeyVaultFacts known)
    {
        if (declared is null)
        {
            return known;
        }

        var properties = declared.Properties;
        return new KeyVaultFacts(
            known.Region ?? Regions.Of(declared.Location),
            known.HasSoftDelete ?? properties["enableSoftDelete"].AsBoolean,
            known.HasPurgeProtection ?? Flag(properties["enablePurgeProtection"]));
    }

    // Purge protection is off where nobody turned it on.
    private static bool? Flag(ConfigurationNode node) =>
        node.AsBoolean ?? (node.IsUnresolved || node.IsKnown ? null : false);

    private static ConfigurationNode PlaceOf(Finding finding, WorkspaceConfiguration workspace) =>
        finding.Rule == AssessmentRules.VersionedKey ? workspace.KeyIdentifier : workspace.KeyVaultOfKey;
}
