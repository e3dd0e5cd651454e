using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Tour.Assessment;

/// <summary>What one more protection requires of a workspace.</summary>
/// <param name="IsThere">Whether the workspace has it already; null if that is not known.</param>
/// <param name="Needs">The edition that is needed with it.</param>
/// <param name="Findings">What stands against the workspace with it, and not without.</param>
internal sealed record Requirement(bool? IsThere, EditionAnswer Needs, ImmutableArray<Finding> Findings)
{
    public static Requirement OfPrivateLink(WorkspaceConfiguration workspace, RuleSet rules) => Of(
        workspace,
        workspace.Topology.WorkspacePrivateLink,
        isThere => workspace.Topology.WithWorkspacePrivateLink(isThere),
        rules);

    public static Requirement OfCustomerKey(WorkspaceConfiguration workspace, RuleSet rules) => Of(
        workspace,
        workspace.Topology.CustomerManagedKey,
        isThere => workspace.Topology.WithCustomerManagedKey(isThere),
        rules);

    private static Requirement Of(
        WorkspaceConfiguration workspace, bool? isThere, Func<bool, NetworkTopology> topology, RuleSet rules) => new(
        isThere,
        EditionTable.Require(topology(true), rules),
        [
            .. workspace.AssessTopology(topology(true), rules)
                .Except(workspace.AssessTopology(topology(false), rules)),
        ]);
}
