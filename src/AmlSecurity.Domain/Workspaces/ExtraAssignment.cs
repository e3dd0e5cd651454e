using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>An assignment of a workspace's identity that is not a row of the table, though it may give what a row
/// gives.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ExtraAssignment
{
    internal ExtraAssignment(
        RoleAssignment assignment, int index, ImmutableArray<PrincipalId> throughGroups, ImmutableArray<RuleId> covers)
    {
        Assignment = assignment;
        Index = index;
        ThroughGroups = throughGroups;
        Covers = covers;
    }

    /// <summary>Gets what was assigned.</summary>
    public RoleAssignment Assignment { get; }

    /// <summary>Gets its place among the assignments of the policy, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets the groups through which the identity holds it, nearest to the identity first; empty if
    /// directly.</summary>
    public ImmutableArray<PrincipalId> ThroughGroups { get; }

    /// <summary>Gets the rules of the grants that it gives beside; to take it away may take those away.</summary>
    public ImmutableArray<RuleId> Covers { get; }
}
