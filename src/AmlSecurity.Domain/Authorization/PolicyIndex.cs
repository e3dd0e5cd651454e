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

    // Null where a reference fits several different roles: an ambiguous role must not grant by chance.
    private readonly FrozenDictionary<RoleDefinitionId, RoleDefinition?> _rolesById;
    private readonly FrozenDictionary<string, RoleDefinition?> _rolesByName;

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
        _rolesById = Unambiguous(roles.Where(role => role.Id is not null), role => role.Id!, null);
        _rolesByName = Unambiguous(roles, role => role.Name, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<RoleDefinition> Roles { get; }

    public ImmutableArray<RoleAssignment> Assignments { get; }

    public ImmutableArray<DenyAssignment> DenyAssignments { get; }

    public GroupDirectory Groups { get; }

    public ScopeHierarchy Hierarchy { get; }

    public ImmutableArray<RoleAssignment> AssignmentsOf(PrincipalId principal, ResourceId scope) =>
        _assignments.GetValueOrDefault((scope, principal), []);

    public ImmutableArray<DenyAssignment> DeniesAt(ResourceId scope) => _denies.GetValueOrDefault(scope, []);

    public RoleDefinition? FindRole(RoleReference reference)
    {
        if (reference.Id is { } id && _rolesById.TryGetValue(id, out var role))
        {
            return role;
        }

        // Exports write the name of a role that is gone as an empty text.
        if ((string.IsNullOrEmpty(reference.Name) ? reference.Id?.Name : reference.Name) is not { } name
            || _rolesByName.GetValueOrDefault(name) is not { } named)
        {
            return null;
        }

        // Hand-written assignments put the role's name where tools put its id. For any other id that is not found, a
        // role of the same name must not stand in: its own id says that it is another.
        var isAnother = reference.Id is { } asked && named.Id is not null
            && !asked.Name.Equals(named.Name, StringComparison.OrdinalIgnoreCase);
        return isAnother ? null : named;
    }

    private static FrozenDictionary<TKey, RoleDefinition?> Unambiguous<TKey>(
        IEnumerable<RoleDefinition> roles, Func<RoleDefinition, TKey> keyOf, IEqualityComparer<TKey>? comparer)
        where TKey : notnull => roles
        .GroupBy(keyOf, comparer)
        .ToFrozenDictionary(
            same => same.Key,
            same => same.Distinct().Take(2).ToArray() is [var only] ? only : null,
            comparer);
}
