using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The one place where access is decided, in Azure's order of evaluation (RBAC-01).</summary>
/// <remarks>
/// Who asks, with all groups; which deny assignments stand on the scope and above; which assignments do; what their
/// roles grant. A deny that applies blocks; else one grant suffices; else access is denied.
/// </remarks>
internal readonly struct AccessEvaluator
{
    private readonly AccessPolicy _policy;
    private readonly AccessRequest _request;
    // The principal, then its groups, nearest first.
    private readonly ImmutableArray<PrincipalId> _identity;
    private readonly ImmutableArray<ResourceId> _scopes;
    private readonly bool _explains;

    public AccessEvaluator(AccessPolicy policy, AccessRequest request, bool explains = false)
    {
        if (!Enum.IsDefined(request.Plane))
        {
            throw new ArgumentOutOfRangeException(nameof(request));
        }

        _explains = explains;
        _policy = policy;
        _request = request;

        // A group on a circle of groups is among its own groups.
        var self = request.Principal.Id;
        _identity = [self, .. policy.Groups.GroupsOf(self).Where(group => group != self)];
        _scopes = policy.Hierarchy.ChainOf(request.Scope);
    }

    private AccessEvaluator(AccessEvaluator other, AccessRequest request)
    {
        this = other;
        _request = request;
    }

    /// <summary>Turns to another operation, for the same principal on the same scope.</summary>
    public AccessEvaluator About(ActionName action) => new(this, _request with { Action = action });

    /// <summary>Decides.</summary>
    public AccessDecision Decide()
    {
        if (_request.Principal.Membership is Membership.Guest guest
            && AuthorizationRules.Pages2020.Includes(_policy.Rules))
        {
            return new AccessDecision.Denied(DenialReason.GuestNotSupported, Evidence: guest.Evidence);
        }

        if (Denies().FirstOrDefault(deny => deny.Outcome == DenyOutcome.Blocked) is { } blocking)
        {
            return new AccessDecision.Denied(DenialReason.DenyAssignment, blocking.Deny);
        }

        var closest = DenialReason.NoAssignment;
        foreach (var considered in Assignments())
        {
            if (considered.Outcome == AssignmentOutcome.Granted)
            {
                return new AccessDecision.Allowed(considered.Assignment, considered.Role!, considered.Covering!);
            }

            var reason = RoleJudge.ReasonOf(considered.Outcome);
            closest = reason > closest ? reason : closest;
        }

        return new AccessDecision.Denied(closest);
    }

    /// <summary>Judges every assignment of the principal on the scope and above, nearest scope first.</summary>
    public IEnumerable<ConsideredAssignment> Assignments()
    {
        foreach (var scope in _scopes)
        {
            foreach (var assignment in AssignmentsAt(scope))
            {
                yield return Judge(assignment);
            }
        }
    }

    /// <summary>Judges every deny assignment on the scope and above, nearest scope first.</summary>
    public IEnumerable<ConsideredDeny> Denies()
    {
        foreach (var scope in _scopes)
        {
            foreach (var deny in _policy.DeniesAt(scope))
            {
                yield return Judge(deny);
            }
        }
    }

    // In one order whoever of the identity holds them, so that the one a decision names is always the same.
    private ImmutableArray<RoleAssignment> AssignmentsAt(ResourceId scope)
    {
        ImmutableArray<RoleAssignment> held = [];
        foreach (var holder in _identity)
        {
            var more = _policy.AssignmentsOf(holder, scope);
            held = held.IsEmpty ? more : more.IsEmpty ? held : held.AddRange(more).Sort(PolicyOrder.OfAssignments);
        }

        return held;
    }

    private ConsideredAssignment Judge(RoleAssignment assignment)
    {
        var role = _policy.FindRole(assignment.Role);
        var (outcome, verdict, block) = role is null
            ? (AssignmentOutcome.RoleNotFound, default, null)
            : Judge(role, assignment.Condition);
        var conditions = _explains && outcome >= AssignmentOutcome.ConditionUnreadable
            ? Conditions(assignment.Condition, block?.Condition)
            : [];
        var through = _explains && assignment.PrincipalId != _request.Principal.Id
            ? _policy.Groups.PathBetween(_request.Principal.Id, assignment.PrincipalId)
            : [];
        return new ConsideredAssignment(assignment, role, outcome, verdict, conditions, through);
    }

    /// <summary>Finds out whether a role, held without a condition, would grant.</summary>
    public bool WouldGrant(RoleDefinition role) => Judge(role, null).Outcome == AssignmentOutcome.Granted;

    /// <summary>Finds out whether an assignment would grant to whoever holds it.</summary>
    public bool WouldGrant(RoleAssignment assignment) =>
        _policy.FindRole(assignment.Role) is { } role
        && Judge(role, assignment.Condition).Outcome == AssignmentOutcome.Granted;

    private (AssignmentOutcome Outcome, BlockVerdict Verdict, PermissionBlock? Block) Judge(
        RoleDefinition role, AccessCondition? condition) => new RoleJudge(
            _request.Action, _request.Plane, _request.Attributes ?? ConditionAttributes.Empty, _policy.Reading)
        .Judge(role, condition);

    private ImmutableArray<ConsideredCondition> Conditions(AccessCondition? ofAssignment, AccessCondition? ofBlock)
    {
        var conditions = ImmutableArray.CreateBuilder<ConsideredCondition>();
        foreach (var condition in new[] { ofAssignment, ofBlock })
        {
            if (condition is not null)
            {
                conditions.Add(new ConsideredCondition(condition, _request, _policy.Reading));
            }
        }

        return conditions.ToImmutable();
    }

    private ConsideredDeny Judge(DenyAssignment deny)
    {
        if (!Names(deny.Principals))
        {
            return new ConsideredDeny(deny, DenyOutcome.OtherPrincipal, default);
        }

        if (Names(deny.ExcludedPrincipals))
        {
            return new ConsideredDeny(deny, DenyOutcome.PrincipalExcluded, default);
        }

        if (deny.DoesNotApplyToChildScopes && deny.Scope != _request.Scope)
        {
            return new ConsideredDeny(deny, DenyOutcome.OtherScope, default);
        }

        // As with roles, each block is entries minus exclusions, and the block that denies most speaks for all.
        var best = default(BlockVerdict);
        foreach (var block in deny.Blocks)
        {
            var verdict = block.Judge(_request.Action, _request.Plane, _policy.Reading);
            best = verdict.Outcome > best.Outcome ? verdict : best;
        }

        var outcome = best.Outcome switch
        {
            BlockOutcome.Silent => DenyOutcome.Silent,
            BlockOutcome.Excluded => DenyOutcome.Exempt,
            _ when deny.Effect == DenyEffect.Audit => DenyOutcome.Audited,
            _ => DenyOutcome.Blocked,
        };
        return new ConsideredDeny(deny, outcome, best);
    }

    private bool Names(ImmutableArray<DenyPrincipal> principals)
    {
        foreach (var principal in principals)
        {
            if (principal.Id == PrincipalId.Everyone || _identity.Contains(principal.Id))
            {
                return true;
            }
        }

        return false;
    }
}
