using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Finds everybody whom a policy allows an operation.</summary>
/// <remarks>
/// Only who holds a granting assignment, or belongs to a group that does, can be allowed; each of these is then decided
/// on, so that deny assignments and the rules for guests count as they always do.
/// </remarks>
internal sealed class HolderSearch
{
    private readonly AccessPolicy _policy;
    private readonly Dictionary<PrincipalId, Principal> _principals = [];

    public HolderSearch(AccessPolicy policy, ImmutableArray<Principal> known)
    {
        _policy = policy;
        foreach (var principal in known)
        {
            _principals[principal.Id] = principal;
        }

        foreach (var group in policy.Groups.Groups)
        {
            _principals.TryAdd(group.Id, Principal.Group(group.Id));
        }
    }

    public ImmutableArray<AccessHolder> Find(
        ActionName action, Plane plane, ResourceId scope, ConditionAttributes? attributes)
    {
        // Whether an assignment grants does not depend on who asks, so that any principal will do.
        var anyone = new AccessRequest(Unheard(PrincipalId.Everyone), action, plane, scope, attributes);
        var evaluator = new AccessEvaluator(_policy, anyone);
        var chain = _policy.Hierarchy.ChainOf(scope).ToHashSet();
        var holders = new HashSet<PrincipalId>();
        foreach (var assignment in _policy.Assignments)
        {
            if (chain.Contains(assignment.Scope) && evaluator.WouldGrant(assignment))
            {
                _principals.TryAdd(
                    assignment.PrincipalId, Unheard(assignment.PrincipalId) with { Kind = assignment.PrincipalKind });
                if (holders.Add(assignment.PrincipalId))
                {
                    holders.UnionWith(_policy.Groups.MembersOf(assignment.PrincipalId));
                }
            }
        }

        return
        [
            .. from holder in holders.OrderBy(id => id.Text, StringComparer.Ordinal)
               let principal = _principals.GetValueOrDefault(holder) ?? Unheard(holder)
               let allowed = _policy.Decide(anyone with { Principal = principal }) as AccessDecision.Allowed
               where allowed is not null
               select new AccessHolder(principal, allowed),
        ];
    }

    private static Principal Unheard(PrincipalId id) =>
        new(id, PrincipalKind.Unknown, new Membership.Undetermined());
}
