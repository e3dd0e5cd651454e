using System.Collections.Frozen;
using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The parts of a policy, found by scope and by role.</summary>
internal sealed class PolicyIndex
{
    private readonly FrozenDictionary<(ResourceId, PrincipalId), ImmutableArray<RoleAssignment>> _assignments;
    private readonly FrozenDictionary<ResourceId, ImmutableArray<DenyAssignment>> _denies;
    private readonly RoleDirectory _roles;

    public PolicyIndex(
        ImmutableArray<RoleDefinition> roles,
        ImmutableArray<RoleAssignment> assignments,
        ImmutableArray<DenyAssignment> denyAssignments,
        GroupDirectory groups,
        ScopeHierarchy hierarchy)
    {
        Roles = roles;
        Assignments = assignments;
        DenyAssignments = denyAssignments;
        Groups = groups;
        Hierarchy = hierarchy;

        // Sorted, so that the assignment a decision names does not depend on the order of the input.
        _assignments = assignments
            .GroupBy(assignment => (assignment.Scope, assignment.PrincipalId))
            .ToFrozenDictionary(at => at.Key, at => at.Order(PolicyOrder.OfAssignments).ToImmutableArray());
        _denies = denyAssignments
            .GroupBy(deny => deny.Scope)
            .ToFrozenDictionary(at => at.Key, at => at.Order(PolicyOrder.OfDenies).ToImmutableArray());
        _roles = new RoleDirectory(roles);
    }

    public ImmutableArray<RoleDefinition> Roles { get; }

    public ImmutableArray<RoleAssignment> Assignments { get; }

    public ImmutableArray<DenyAssignment> DenyAssignments { get; }

    public GroupDirectory Groups { get; }

    public ScopeHierarchy Hierarchy { get; }

    public ImmutableArray<RoleAssignment> AssignmentsOf(PrincipalId principal, ResourceId scope) =>
        _assignments.GetValueOrDefault((scope, principal), []);

    public ImmutableArray<DenyAssignment> DeniesAt(ResourceId scope) => _denies.GetValueOrDefault(scope, []);

    public RoleDefinition? FindRole(RoleReference reference) => _roles.Find(reference);
}
