using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Decides on the tables, in the order in which <see cref="AccessEvaluator"/> does, and allocates
/// nothing.</summary>
internal readonly ref struct CompiledEvaluator
{
    private readonly PolicyTables _tables;
    private readonly ref readonly ActionHandle _action;
    private readonly ConditionAttributes _attributes;

    public CompiledEvaluator(PolicyTables tables, ref readonly ActionHandle action, ConditionAttributes attributes)
    {
        _tables = tables;
        _action = ref action;
        _attributes = attributes;
    }

    public Verdict Decide(Holder holder, ScopeNode node, bool isExact)
    {
        if (_tables.HasDenies && FindDeny(holder, node, isExact) is { } deny)
        {
            return Verdict.DeniedBy(deny);
        }

        var closest = DenialReason.NoAssignment;
        foreach (var scope in node.Chain)
        {
            RoleAssignment? granting = null;
            Consider(holder, scope, ref granting, ref closest);
            foreach (var group in holder.Groups)
            {
                Consider(_tables.Holders[group], scope, ref granting, ref closest);
            }

            if (granting is not null)
            {
                return Verdict.AllowedBy(granting);
            }
        }

        return Verdict.DeniedFor(closest);
    }

    private DenyAssignment? FindDeny(Holder holder, ScopeNode node, bool isExact)
    {
        foreach (var scope in node.Chain)
        {
            if (_tables.IsDenyScope(scope))
            {
                foreach (var deny in _tables.Scopes[scope].Denies)
                {
                    if (deny.Blocks(holder, in _action, isExact && scope == node.Number, _tables.Reading))
                    {
                        return deny.Deny;
                    }
                }
            }
        }

        return null;
    }

    // Of several that grant on one scope the first in the order of the policy is named, whoever holds it.
    private void Consider(Holder holder, int scope, ref RoleAssignment? granting, ref DenialReason closest)
    {
        var at = holder.Find(scope);
        if (at < 0)
        {
            return;
        }

        for (; ; at++)
        {
            ref readonly var held = ref holder.All.AsSpan()[at];
            var outcome = Judge(held);
            if (outcome == AssignmentOutcome.Granted)
            {
                granting = granting is null || PolicyOrder.OfAssignments.Compare(held.Assignment, granting) < 0
                    ? held.Assignment
                    : granting;
                return;
            }

            var reason = RoleJudge.ReasonOf(outcome);
            closest = reason > closest ? reason : closest;
            if (held.IsLast)
            {
                return;
            }
        }
    }

    private AssignmentOutcome Judge(in Held held)
    {
        if (_tables.Roles[held.Reference] is not { } role)
        {
            return AssignmentOutcome.RoleNotFound;
        }

        if (_action.Bit < 0)
        {
            return Reread(role, held.Assignment);
        }

        return role[_action.Bit] switch
        {
            BlockOutcome.Silent => AssignmentOutcome.Silent,
            BlockOutcome.Excluded => AssignmentOutcome.Excluded,
            _ => role.IsConditional || held.Assignment.Condition is not null
                ? Reread(role, held.Assignment)
                : AssignmentOutcome.Granted,
        };
    }

    private AssignmentOutcome Reread(CompiledRole role, RoleAssignment assignment) =>
        new RoleJudge(_action.Name!, _action.Plane, _attributes, _tables.Reading)
            .Judge(role.Definition, assignment.Condition).Outcome;
}
