using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Decides on the tables as <see cref="AccessEvaluator"/> does, and allocates nothing.</summary>
/// <remarks>
/// One holder after the other is asked about the whole chain, because a holder lies together in memory. The nearest
/// scope still decides: once something grants, nothing above it is looked at any more.
/// </remarks>
internal ref struct CompiledEvaluator
{
    private readonly PolicyTables _tables;
    private readonly ActionHandle _action;
    private readonly ConditionAttributes _attributes;
    private RoleAssignment? _granting;
    private DenialReason _closest;

    // How many steps of the chain still matter.
    private int _reach;

    public CompiledEvaluator(PolicyTables tables, scoped in ActionHandle action, ConditionAttributes attributes)
    {
        _tables = tables;
        _action = action;
        _attributes = attributes;
    }

    public Verdict Decide(Holder holder, ScopeStep[] chain, bool isExact)
    {
        if (_tables.HasDenies && FindDeny(holder, chain, isExact) is { } deny)
        {
            return Verdict.DeniedBy(deny);
        }

        _reach = chain.Length;
        _closest = DenialReason.NoAssignment;
        Consider(holder, chain);
        foreach (var group in holder.Groups)
        {
            Consider(_tables.Holders[group], chain);
        }

        return _granting is null ? Verdict.DeniedFor(_closest) : Verdict.AllowedBy(_granting);
    }

    private readonly DenyAssignment? FindDeny(Holder holder, ScopeStep[] chain, bool isExact)
    {
        for (var at = 0; at < chain.Length; at++)
        {
            var scope = chain[at].Number;
            if (_tables.IsDenyScope(scope))
            {
                foreach (var deny in _tables.Scopes[scope].Denies)
                {
                    if (deny.Blocks(holder, in _action, isExact && at == 0, _tables.Reading))
                    {
                        return deny.Deny;
                    }
                }
            }
        }

        return null;
    }

    private void Consider(Holder holder, ScopeStep[] chain)
    {
        for (var at = 0; at < chain.Length && at < _reach; at++)
        {
            ref readonly var step = ref chain[at];
            if (holder.MayHold(in step) && holder.Find(in step) is var first and >= 0)
            {
                Consider(holder.All.AsSpan()[first..], at);
            }
        }
    }

    // Of several that grant on one scope the first in the order of the policy is named, whoever holds it.
    private void Consider(ReadOnlySpan<Held> all, int at)
    {
        foreach (ref readonly var held in all)
        {
            var outcome = Judge(in held);
            if (outcome == AssignmentOutcome.Granted)
            {
                _granting = _granting is null
                    || at < _reach - 1
                    || PolicyOrder.OfAssignments.Compare(held.Assignment, _granting) < 0
                        ? held.Assignment
                        : _granting;
                _reach = at + 1;
                return;
            }

            var reason = RoleJudge.ReasonOf(outcome);
            _closest = reason > _closest ? reason : _closest;
            if (held.IsLast)
            {
                return;
            }
        }
    }

    private readonly AssignmentOutcome Judge(in Held held)
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
            _ => role.IsConditional || held.IsConditional
                ? Reread(role, held.Assignment)
                : AssignmentOutcome.Granted,
        };
    }

    private readonly AssignmentOutcome Reread(CompiledRole role, RoleAssignment assignment) =>
        new RoleJudge(_action.Name!, _action.Plane, _attributes, _tables.Reading)
            .Judge(role.Definition, assignment.Condition).Outcome;
}
