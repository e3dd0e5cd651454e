using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Tour.Assessment;

/// <summary>A workspace of a document: how it is closed off, which edition that needs, whose keys its stores have, and
/// what private link or a customer-managed key would require.</summary>
internal sealed record WorkspaceStory(
    string Name,
    RuleSet Rules,
    NetworkTopology Topology,
    EditionAnswer Needs,
    BasicPlan Plan,
    EncryptionPosture Posture,
    Requirement PrivateLink,
    Requirement CustomerKey,
    KeyStory KeyPlan)
{
    public static WorkspaceStory Of(WorkspaceConfiguration workspace, TourInputs inputs)
    {
        // Only the rules of 2020 have editions, and say what private link does not go with.
        var rules = EditionTable.Period.Includes(inputs.Policy.Rules) ? inputs.Policy.Rules : RuleSet.March2020;
        var topology = workspace.Topology;
        return new WorkspaceStory(
            workspace.Name ?? $"the workspace at {workspace.Resource.Path}",
            rules,
            topology,
            EditionTable.Require(topology, rules),
            BasicPlanner.Plan(topology, [], rules),
            EncryptionPosture.Of(workspace),
            Requirement.OfPrivateLink(workspace, rules),
            Requirement.OfCustomerKey(workspace, rules),
            KeyStory.Of(workspace, inputs, rules));
    }

    /// <summary>Gets what no workspace with private link may have, whether or not this one has it.</summary>
    public ImmutableArray<SupportFact> ToObserve =>
    [
        .. new[]
            {
                SupportSubject.ComputeInstanceWithWorkspacePrivateLink,
                SupportSubject.KubernetesWithPrivateLink,
                SupportSubject.StorageWithPrivateLink,
            }
            .Select(subject => SupportTable.Find(subject, Rules))
            .OfType<SupportAnswer.NotSupported>()
            .Select(answer => answer.Fact),
    ];
}
