using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.Planning;

/// <summary>What has to be done before a workspace can be created with a customer-managed key, in order, and who may do
/// each step (ENC-14 to ENC-21, NET-05.8, CMK-01, CMK-02).</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class CustomerKeyPlan
{
    private CustomerKeyPlan(ImmutableArray<Prerequisite> steps) => Steps = steps;

    /// <summary>Gets the steps in the order in which they can be done; creating the workspace is the last.</summary>
    public ImmutableArray<Prerequisite> Steps { get; }

    /// <summary>Gets a value indicating whether all that comes before the last step is done.</summary>
    public bool IsReady => Steps[..^1].All(step => step.State == PrerequisiteState.Met);

    /// <summary>Draws up the plan.</summary>
    /// <param name="resourceGroup">The resource group that the workspace will be in.</param>
    /// <param name="region">The region that it will be in; null if it is not known.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="rules">The rules: the editions, and the request to Cosmos DB, are of 2020.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException"><paramref name="resourceGroup"/> is not the id of one.</exception>
    public static CustomerKeyPlan Of(ResourceId resourceGroup, Region? region, CustomerKeyFacts facts, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(resourceGroup);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        return resourceGroup is { Level: ScopeLevel.ResourceGroup, Parent: { } subscription }
            ? new CustomerKeyPlan([.. StepsOf(resourceGroup, subscription, region, facts, rules)])
            : throw new ArgumentException("it is not the id of a resource group", nameof(resourceGroup));
    }

    private static IEnumerable<Prerequisite> StepsOf(
        ResourceId group, ResourceId subscription, Region? region, CustomerKeyFacts facts, RuleSet rules)
    {
        var is2020 = SourcePages.Of2020.Includes(rules);
        if (is2020)
        {
            yield return new(
                "ENC-14",
                "have the team of Cosmos DB enable customer-managed keys for the subscription, by mail",
                StateOf(facts.IsCosmosDbEnabled),
                scope: null);
        }

        yield return new(
            "ENC-15",
            "register the resource providers of Azure Machine Learning and Cosmos DB",
            StateOf(facts.AreProvidersRegistered),
            subscription,
            PlanActions.RegisterMachineLearning,
            PlanActions.RegisterCosmosDb);
        yield return new(
            "ENC-16",
            "make the application of Azure Machine Learning Contributor on the subscription",
            StateOf(facts.IsAppContributor),
            subscription,
            MlActions.AssignRole);
        foreach (var step in VaultSteps(group, subscription, region, facts))
        {
            yield return step;
        }

        if (is2020)
        {
            yield return new(
                "NET-05.8",
                "choose the Enterprise edition",
                StateOf(facts.IsEnterprise),
                group,
                MlActions.WriteWorkspace);
        }

        yield return new(
            "ENC-17",
            "create the workspace with `cmk_keyvault` and `resource_cmk_uri`, both",
            PrerequisiteState.Missing,
            group,
            MlActions.WriteWorkspace);
    }

    private static IEnumerable<Prerequisite> VaultSteps(
        ResourceId group, ResourceId subscription, Region? region, CustomerKeyFacts facts)
    {
        var key = facts.Key;
        var vaultScope = key?.Vault ?? group;
        var findings = key?.Assess(subscription.Name ?? "", region, facts.Vault ?? new KeyVaultFacts()) ?? [];
        yield return new(
            "ENC-20",
            "have a vault in the subscription and region of the workspace",
            StateOf(key, findings, "ENC-20"),
            vaultScope,
            PlanActions.WriteVault);
        yield return new(
            "CMK-01",
            "enable soft delete and purge protection on it",
            StateOf(key, findings, "CMK-01"),
            vaultScope,
            PlanActions.WriteVault);
        yield return new(
            "ENC-18",
            "make an RSA key of 3,072 bits or more in it, and note its address with the version",
            StateOf(key, findings, "ENC-18", "DEC-03"),
            vaultScope,
            PlanActions.WriteKey);
        yield return new(
            "CMK-02",
            "let Cosmos DB get, wrap and unwrap with the keys of the vault",
            StateOf(facts.HasCosmosDbVaultAccess),
            vaultScope,
            PlanActions.WriteAccessPolicies);
    }

    private static PrerequisiteState StateOf(bool? isMet) => isMet switch
    {
        true => PrerequisiteState.Met,
        false => PrerequisiteState.Missing,
        null => PrerequisiteState.NotKnown,
    };

    private static PrerequisiteState StateOf(
        CustomerManagedKey? key, ImmutableArray<Finding> findings, params ImmutableArray<string> rules)
    {
        var against = findings.Where(finding => rules.Contains(finding.Rule.Text)).ToImmutableArray();
        return key is null || against.Any(finding => finding.Severity == FindingSeverity.Violation)
            ? PrerequisiteState.Missing
            : against.IsEmpty ? PrerequisiteState.Met : PrerequisiteState.NotKnown;
    }
}
