using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What would have to change for a denied request to be allowed.</summary>
/// <remarks>
/// Everything that is named has to change, and nothing else: the membership, each of the deny assignments, and, where
/// nothing grants yet, one of the roles. Without any one of these changes the request stays denied. Reference equality;
/// no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class AccessRemedy
{
    private AccessRemedy(AccessExplanation explanation, bool needsRole, ImmutableArray<CoveringRole> roles)
    {
        Request = explanation.Request;
        NeedsMembership = explanation.Decision is AccessDecision.Denied { Reason: DenialReason.GuestNotSupported };
        DeniesToLift =
        [
            .. explanation.Denies
                .Where(considered => considered.Outcome == DenyOutcome.Blocked)
                .Select(considered => considered.Deny),
        ];
        NeedsRole = needsRole;
        RolesToAssign = roles;
        Conditional = needsRole
            ? [.. explanation.Assignments.Where(considered => considered.Outcome == AssignmentOutcome.ConditionNotMet)]
            : [];
    }

    /// <summary>Gets what was asked.</summary>
    public AccessRequest Request { get; }

    /// <summary>Gets a value indicating whether the principal would have to belong to the directory, because the rule
    /// set does not support guests (AUTHZ-20).</summary>
    public bool NeedsMembership { get; }

    /// <summary>Gets the deny assignments each of which would have to exclude the principal, or to go.</summary>
    /// <remarks>One that is protected by the system only Azure can change.</remarks>
    public ImmutableArray<DenyAssignment> DeniesToLift { get; }

    /// <summary>Gets a value indicating whether no assignment grants, so that one would have to be made.</summary>
    public bool NeedsRole { get; }

    /// <summary>Gets the roles any one of which would grant, by what they grant beyond, then the narrower before the
    /// wider, then by size and name.</summary>
    /// <remarks>
    /// Assigned without a condition at <see cref="Scope"/>, where each of them can be assigned. What a role grants only
    /// under a condition does not count. Empty if no role is needed, or none of the list is fit.
    /// </remarks>
    public ImmutableArray<CoveringRole> RolesToAssign { get; }

    /// <summary>Gets the narrowest scope at which a role would have to be assigned: what was asked about.</summary>
    public ResourceId Scope => Request.Scope;

    /// <summary>Gets the assignments that would grant if their condition held of the request: the other way, where a
    /// role is needed.</summary>
    public ImmutableArray<ConsideredAssignment> Conditional { get; }

    /// <summary>Returns the change as lines of text for a person.</summary>
    /// <returns>A heading, then one line for each change; of the roles at most three are named.</returns>
    public override string ToString()
    {
        const int most = 3;
        var changes = new List<string> { "it would be allowed if" };
        if (NeedsMembership)
        {
            changes.Add("the principal belonged to the directory");
        }

        changes.AddRange(DeniesToLift.Select(deny =>
            $"deny assignment {Plaintext.Quote(deny.Name ?? deny.Id)} excluded the principal"
            + (deny.IsSystemProtected ? ", which only Azure can change" : "")));
        if (NeedsRole)
        {
            var ways = RolesToAssign.Take(most)
                .Select(role => $"{Plaintext.Quote(role.Role.Name)} were assigned at {Plaintext.Quote(Scope.Text)}")
                .Concat(Conditional.Select(considered =>
                    $"the condition of {Plaintext.Quote(considered.Assignment.Id)} held"))
                .DefaultIfEmpty("there were a role for it, and it were assigned");
            changes.Add(string.Join(", or ", ways));
        }

        return string.Join("\n  ", changes) + "\n";
    }

    /// <summary>Finds the change.</summary>
    internal static AccessRemedy Find(
        AccessPolicy policy,
        AccessExplanation explanation,
        ImmutableArray<RoleDefinition> roles,
        OperationInventory operations)
    {
        var needsRole = explanation.Assignments.All(considered => considered.Outcome != AssignmentOutcome.Granted);
        if (!needsRole)
        {
            return new AccessRemedy(explanation, false, []);
        }

        var request = explanation.Request;
        var fit = new AssignableRoles(policy, request.Scope).Of(roles);
        var covering = LeastPrivilege.For([request.Action], request.Plane, fit, operations, policy.Reading).Covering;
        return new AccessRemedy(explanation, true, NarrowFirst(covering, policy.Reading));
    }

    // No inventory knows every operation, so that of two roles with the same surplus one can still lie in the other.
    // As what lies in the one lies in the other too, the number of what lies in a role orders them.
    private static ImmutableArray<CoveringRole> NarrowFirst(
        ImmutableArray<CoveringRole> roles, WildcardReading reading) =>
    [
        .. roles
            .GroupBy(role => role.Surplus)
            .SelectMany(same => same
                .OrderBy(role => same.Count(other => IsWithin(other.Role, role.Role, reading)))),
    ];

    private static bool IsWithin(RoleDefinition narrow, RoleDefinition wide, WildcardReading reading) =>
        (RoleComparison.Compare(narrow, wide, Plane.Control, reading).Relation,
            RoleComparison.Compare(narrow, wide, Plane.Data, reading).Relation) is
            (RoleRelation.Narrower, RoleRelation.Narrower or RoleRelation.Equal)
            or (RoleRelation.Equal, RoleRelation.Narrower);
}
