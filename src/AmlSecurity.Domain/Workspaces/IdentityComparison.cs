using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Looks for the grants of an identity among the assignments of a policy.</summary>
internal sealed class IdentityComparison
{
    private readonly WorkspaceIdentity _identity;
    private readonly PrincipalId _principal;
    private readonly AccessPolicy _policy;
    private readonly WiderRoles _roles;
    private readonly ImmutableArray<(RoleAssignment Assignment, int Index)> _held;

    public IdentityComparison(WorkspaceIdentity identity, PrincipalId principal, AccessPolicy policy)
    {
        _identity = identity;
        _principal = principal;
        _policy = policy;
        _roles = new WiderRoles(policy);
        var holders = policy.Groups.GroupsOf(principal).Append(principal).ToHashSet();
        _held =
        [
            .. policy.Assignments
                .Select((assignment, index) => (assignment, index))
                .Where(held => holders.Contains(held.assignment.PrincipalId)),
        ];
    }

    public GrantCheck Check(ManagedIdentityGrant grant, VaultAccess? vault) => grant switch
    {
        { Scope: null } => new GrantCheck(grant, GrantStatus.Pending, "it is made when it is first needed", []),
        { Role: null } => CheckVault(grant, vault),
        { Role: { } role, Scope: { } scope } => CheckRole(grant, role, scope),
    };

    /// <summary>Lists what the table does not call for.</summary>
    public IEnumerable<ExtraAssignment> Extra() =>
        from held in _held
        where !_identity.Grants.Any(grant => IsRow(grant, held.Assignment))
        select new ExtraAssignment(
            held.Assignment,
            held.Index,
            Groups(held.Assignment),
            [
                .. _identity.Grants
                    .Where(grant => grant.Role is { } role
                        && _policy.Hierarchy.ChainOf(grant.Scope!).Contains(held.Assignment.Scope)
                        && _roles.Judge(held.Assignment, role) == RoleCoverage.Yes)
                    .Select(grant => grant.Rule),
            ]);

    private static GrantCheck CheckVault(ManagedIdentityGrant grant, VaultAccess? vault) => vault switch
    {
        null => new GrantCheck(grant, GrantStatus.Undetermined, "no role assignment shows access to a vault", []),
        { IsComplete: true } => new GrantCheck(grant, GrantStatus.Present, "the whole content is open", []),
        { } access => new GrantCheck(grant, GrantStatus.Missing, $"of the content, {access} is open to the full", []),
    };

    private GrantCheck CheckRole(ManagedIdentityGrant grant, RoleReference role, ResourceId scope)
    {
        var chain = _policy.Hierarchy.ChainOf(scope);
        var judged = _held
            .Select(held => (held.Assignment, Distance: chain.IndexOf(held.Assignment.Scope)))
            .Where(held => held.Distance >= 0)
            .OrderBy(held => held.Distance)
            .ThenBy(held => held.Assignment.Id, StringComparer.Ordinal)
            .Select(held => (
                Holding: new GrantHolding(held.Assignment, held.Distance > 0, Groups(held.Assignment)),
                Coverage: _roles.Judge(held.Assignment, role)))
            .ToArray();
        GrantHolding[] certain = [.. judged.Where(one => one.Coverage == RoleCoverage.Yes).Select(one => one.Holding)];
        if (certain is [var nearest, ..])
        {
            return new GrantCheck(grant, GrantStatus.Present, nearest.ToString(), [.. certain]);
        }

        GrantHolding[] possible =
            [.. judged.Where(one => one.Coverage == RoleCoverage.Unknown).Select(one => one.Holding)];
        return possible is [var first, ..]
            ? new GrantCheck(grant, GrantStatus.Undetermined, $"{first} {WhyNotKnown(first)}", [.. possible])
            : new GrantCheck(grant, GrantStatus.Missing, "no assignment gives it", []);
    }

    private string WhyNotKnown(GrantHolding holding) =>
        holding.Assignment.Condition is null && _policy.FindRole(holding.Assignment.Role) is null
            ? "is of a role that is not among the definitions"
            : "stands under a condition, which is not evaluated";

    // Also under a condition: then the row stands, though what it gives is not known.
    private bool IsRow(ManagedIdentityGrant grant, RoleAssignment held) =>
        grant.Role is { } role
        && grant.Scope == held.Scope
        && IdentityRoles.Recognise(held.Role, _policy.FindRole(held.Role), _policy) == role;

    private ImmutableArray<PrincipalId> Groups(RoleAssignment held) =>
        held.PrincipalId == _principal ? [] : _policy.Groups.PathBetween(_principal, held.PrincipalId);
}
