using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges a change of a workspace: what is fixed at creation, what an edition can become, and what else a
/// change may touch (WS-02 to WS-05, DATA-05).</summary>
internal static class ChangeAssessment
{
    private static readonly string[] Patched = ["description", "friendlyName"];

    // What the service sets by itself is no change that anybody asks for.
    private static readonly string[] Computed =
    [
        "creationTime", "discoveryUrl", "notebookInfo", "provisioningState", "serviceProvisionedResourceGroup",
        "workspaceId", "privateLinkCount", "storageHnsEnabled",
    ];

    private static readonly string[] Judged =
    [
        "hbiWorkspace", "encryption", "storageAccount", "keyVault", "containerRegistry", "applicationInsights",
    ];

    public static IEnumerable<Finding> Assess(WorkspaceConfiguration before, WorkspaceConfiguration after) =>
    [
        .. Flag(before, after),
        .. Fixed(AssessmentRules.FixedSettings, before.EncryptionStatus, after.EncryptionStatus, "encryption"),
        .. before.HasCustomerManagedKey == false && after.HasCustomerManagedKey == false
            ? []
            : new[]
            {
                Fixed(AssessmentRules.FixedSettings, before.KeyVaultOfKey, after.KeyVaultOfKey, "vault of the key"),
                Fixed(AssessmentRules.FixedSettings, before.KeyIdentifier, after.KeyIdentifier, "address of the key"),
            }.SelectMany(findings => findings),
        .. Fixed(AssessmentRules.FixedResources, before.StorageAccount, after.StorageAccount, "storage account"),
        .. Fixed(AssessmentRules.FixedResources, before.KeyVault, after.KeyVault, "key vault"),
        .. Registry(before, after),
        .. Fixed(
            AssessmentRules.FixedResources,
            before.ApplicationInsights,
            after.ApplicationInsights,
            "Application Insights"),
        .. Edition(before, after),
        .. Others(before, after),
    ];

    private static IEnumerable<Finding> Flag(WorkspaceConfiguration before, WorkspaceConfiguration after)
    {
        // A patch that is silent leaves the flag as it is.
        if (after.Hbi.Kind == ConfigurationNodeKind.Absent)
        {
            return [];
        }

        return (before.HbiWorkspace, after.HbiWorkspace) switch
        {
            ({ } old, { } wanted) => DiagnosticsPolicy.AssessChange(old, wanted) is { } finding
                ?
                [
                    finding with { Path = after.Hbi.Place },
                    Say.Violation(
                        AssessmentRules.FixedSettings,
                        after.Hbi,
                        "the flag is fixed at creation",
                        "create another workspace"),
                ]
                : [],
            _ => [Say.Open(AssessmentRules.FixedSettings, after.Hbi, "whether the flag changes is not known")],
        };
    }

    // The registry is made when it is first needed: from none to one is no change of it.
    private static IEnumerable<Finding> Registry(WorkspaceConfiguration before, WorkspaceConfiguration after) =>
        before.ContainerRegistry.Kind is ConfigurationNodeKind.Absent or ConfigurationNodeKind.Null
            ? []
            : Fixed(
                AssessmentRules.FixedResources,
                before.ContainerRegistry,
                after.ContainerRegistry,
                "container registry");

    private static IEnumerable<Finding> Fixed(
        RuleId rule, ConfigurationNode before, ConfigurationNode after, string what)
    {
        if (after.Kind == ConfigurationNodeKind.Absent || NodeComparison.AreSame(before, after) is not { } isSame)
        {
            return after.Kind == ConfigurationNodeKind.Absent
                ? []
                : [Say.Open(rule, after, $"whether the {what} changes is not known")];
        }

        return isSame
            ? []
            : [Say.Violation(
                rule, after, $"the {what} is fixed at creation, and another is asked for", "create another workspace")];
    }

    private static IEnumerable<Finding> Edition(WorkspaceConfiguration before, WorkspaceConfiguration after)
    {
        if (before.Edition == Compatibility.Edition.Enterprise && after.Edition == Compatibility.Edition.Basic)
        {
            yield return Say.Violation(
                AssessmentRules.NoWayBack,
                after.EditionNode,
                "a workspace of Enterprise edition is to become one of Basic edition",
                "create another workspace");
        }
        else if (before.Edition != Compatibility.Edition.Basic
            && after.Edition != Compatibility.Edition.Enterprise
            && after.EditionNode.IsUnresolved)
        {
            yield return Say.Open(
                AssessmentRules.NoWayBack, after.EditionNode, "whether the edition goes back is not known");
        }
    }

    private static IEnumerable<Finding> Others(WorkspaceConfiguration before, WorkspaceConfiguration after)
    {
        var location = after.Resource.Location;
        if (location.IsKnown && before.Region is { } old && after.Region is { } wanted && old != wanted)
        {
            yield return Say.Violation(
                AssessmentRules.PatchedMembers, location, "the region is to change", "create another workspace");
        }

        var known = Patched.Concat(Computed).Concat(Judged).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, member) in after.Properties.Members)
        {
            if (!known.Contains(name) && NodeComparison.AreSame(before.Properties[name], member) == false)
            {
                yield return Say.Warning(
                    AssessmentRules.PatchedMembers,
                    member,
                    $"{Plaintext.Quote(name)} changes, and an update takes tags, edition, description and friendly name only",
                    "leave it as it is");
            }
        }
    }
}
