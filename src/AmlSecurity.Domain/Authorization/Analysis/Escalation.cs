using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Finds who can make themselves Owner of a scope (ROLE-02).</summary>
/// <remarks>
/// By assigning a role there or above, by widening a custom role that they hold there, through groups and inherited
/// scopes, and by running code as an identity that can. Deny assignments are heeded. Outside roles, hence not found:
/// who manages the members of a group or the credentials of an application, and who administers the directory. Roles
/// for a time, which a directory grants on request, are not searched; <see cref="RoleLint"/> names who can give
/// them.
/// </remarks>
public static class Escalation
{
    private static readonly RoleDefinition Everything =
        new("everything", [new PermissionBlock([ActionPattern.ReadLeniently("*")])], kind: RoleKind.BuiltIn);

    /// <summary>Finds the principals of a policy that can make themselves Owner of a scope.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="scope">The scope, such as a workspace.</param>
    /// <param name="identities">Which identities resources act as.</param>
    /// <returns>A path of the fewest steps for each, in the order of their ids; one without conditions where there is
    /// one. Groups have none of their own: their members do.</returns>
    /// <exception cref="ArgumentNullException">An argument or a fact is null.</exception>
    public static ImmutableArray<EscalationPath> Find(
        AccessPolicy policy, ResourceId scope, IEnumerable<IdentityFact> identities)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(scope);
        var facts = Elements.Of(identities, nameof(identities));
        var certain = new CertainPolicy(policy);
        var groups = policy.Groups.Groups.Select(group => group.Id)
            .Concat(policy.Assignments.Where(IsOfGroup).Select(held => held.PrincipalId))
            .ToHashSet();
        return
        [
            .. policy.Assignments.Select(held => held.PrincipalId)
                .Concat(policy.Groups.Groups.SelectMany(group => group.Members))
                .Concat(facts.Select(fact => fact.Identity))
                .Distinct()
                .Where(principal => !groups.Contains(principal))
                .OrderBy(principal => principal.Text, StringComparer.Ordinal)
                .Select(principal => Find(certain, scope, facts, principal))
                .OfType<EscalationPath>(),
        ];
    }

    private static EscalationPath? Find(
        CertainPolicy policy, ResourceId scope, ImmutableArray<IdentityFact> facts, PrincipalId principal) =>
        IsOwner(policy, principal, scope)
            ? new EscalationPath(principal, [])
            : Shortest(new EscalationSearch(policy, facts, takesConditions: false), principal, scope)
                ?? Shortest(new EscalationSearch(policy, facts, takesConditions: true), principal, scope);

    private static EscalationPath? Shortest(EscalationSearch search, PrincipalId principal, ResourceId scope) =>
        search.Identities(principal)
            .Select(at => search.TakeOver(at.Identity, scope) is { } last ? at.Steps.Add(last) : default)
            .Where(steps => !steps.IsDefault)
            .OrderBy(steps => steps.Length)
            .Select(steps => new EscalationPath(principal, steps))
            .FirstOrDefault();

    private static bool IsOwner(CertainPolicy policy, PrincipalId principal, ResourceId scope) =>
        policy.Find(principal, EscalationWays.WriteRoleAssignments.Action, scope) is { IsConditional: false }
        && policy.HeldAt(principal, scope).Any(held =>
            held.Condition is null
            && policy.Policy.FindRole(held.Role) is { } role
            && role.Blocks.Any(block => block.Condition is null)
            && RoleComparison.Compare(role, Everything, Plane.Control, policy.Policy.Reading)
                is { Relation: RoleRelation.Equal, IsConditionalA: false });

    private static bool IsOfGroup(RoleAssignment held) =>
        held.PrincipalKind is PrincipalKind.Group or PrincipalKind.ForeignGroup;
}
