using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>A policy in two forms: without what stands under conditions, and as if every condition held.</summary>
/// <remarks>Deny assignments stay as they are in both, those under a condition too.</remarks>
internal sealed class CertainPolicy
{
    private readonly AccessPolicy _certain;
    private readonly AccessPolicy _possible;
    private readonly Dictionary<PrincipalId, Principal> _principals = [];

    public CertainPolicy(AccessPolicy policy)
    {
        Policy = policy;
        _certain = With(
            policy,
            policy.Roles.Select(role => WithBlocks(role, [.. role.Blocks.Where(block => block.Condition is null)])),
            policy.Assignments.Where(held => held.Condition is null));
        _possible = With(
            policy,
            policy.Roles.Select(role => WithBlocks(role, [.. role.Blocks.Select(block => new PermissionBlock(
                block.Actions, block.NotActions, block.DataActions, block.NotDataActions))])),
            policy.Assignments.Select(held => held with { Condition = null }));
        foreach (var held in policy.Assignments)
        {
            _principals.TryAdd(
                held.PrincipalId, new Principal(held.PrincipalId, held.PrincipalKind, new Membership.Undetermined()));
        }
    }

    public AccessPolicy Policy { get; }

    /// <summary>Finds what allows an operation of the control plane, certainly or else under a condition.</summary>
    public Permit? Find(PrincipalId who, ActionName action, ResourceId scope)
    {
        var request = AccessRequest.Control(PrincipalOf(who), action, scope);
        return _certain.Decide(request) is AccessDecision.Allowed sure ? Of(sure, isConditional: false)
            : _possible.Decide(request) is AccessDecision.Allowed possible ? Of(possible, isConditional: true)
            : null;

        Permit Of(AccessDecision.Allowed allowed, bool isConditional) => new(
            action,
            isConditional ? AsWritten(allowed.Assignment) : allowed.Assignment,
            allowed.Assignment.PrincipalId == who
                ? []
                : Policy.Groups.PathBetween(who, allowed.Assignment.PrincipalId),
            isConditional);
    }

    /// <summary>Lists the assignments that a principal holds on a scope and above, itself or through groups.</summary>
    public IEnumerable<RoleAssignment> HeldAt(PrincipalId who, ResourceId scope)
    {
        var chain = Policy.Hierarchy.ChainOf(scope);
        return HeldBy(who).Where(held => chain.Contains(held.Scope));
    }

    /// <summary>Lists the assignments that a principal holds anywhere, itself or through groups.</summary>
    public IEnumerable<RoleAssignment> HeldBy(PrincipalId who)
    {
        var identity = Policy.Groups.GroupsOf(who).Add(who).ToHashSet();
        return Policy.Assignments.Where(held => identity.Contains(held.PrincipalId));
    }

    private RoleAssignment AsWritten(RoleAssignment withoutCondition) =>
        Policy.Assignments.First(held => held with { Condition = null } == withoutCondition);

    private Principal PrincipalOf(PrincipalId id) => _principals.GetValueOrDefault(
        id, new Principal(id, PrincipalKind.Unknown, new Membership.Undetermined()));

    private static AccessPolicy With(
        AccessPolicy policy, IEnumerable<RoleDefinition> roles, IEnumerable<RoleAssignment> assignments) =>
        AccessPolicy.Create(roles, assignments, policy.DenyAssignments, policy.Groups, policy.Hierarchy)
            .Under(policy.Rules)
            .ReadAs(policy.Reading);

    private static RoleDefinition WithBlocks(RoleDefinition role, ImmutableArray<PermissionBlock> blocks) =>
        new(role.Name, blocks, role.Id, role.Kind, role.Description, role.AssignableScopes);
}
