using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Flows;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Goes through a data flow once more: the same events give the same states, effects and records.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class DataFlowReplay
{
    /// <summary>Applies events one after the other. One that is refused leaves the state; if it was for want of
    /// access, the denial is recorded.</summary>
    /// <typeparam name="TState">The states of the flow.</typeparam>
    /// <typeparam name="TEvent">The events of the flow.</typeparam>
    /// <param name="table">The table of the flow.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="events">The events, in their order.</param>
    /// <returns>Where it ends, and all that came of it.</returns>
    public static DataFlowTrace<TState> Run<TState, TEvent>(
        FlowTable<TState, TEvent, DataFlowEffect> table, TState first, params IEnumerable<TEvent> events)
        where TState : DataFlowState
        where TEvent : DataFlowEvent
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(first);
        var state = first;
        var effects = ImmutableArray.CreateBuilder<DataFlowEffect>();
        var refusals = ImmutableArray.CreateBuilder<DataFlowRefusal>();
        foreach (var happened in Elements.Of(events, nameof(events)))
        {
            if (table.Apply(state, happened).TryPickT0(out var step, out var refusal))
            {
                state = step.Next;
                effects.AddRange(step.Effects);
                continue;
            }

            refusals.Add(new DataFlowRefusal(happened.Id, refusal));
            if (RecordOf(refusal, happened, state.Context) is { } denied)
            {
                effects.Add(new DataFlowEffect.Emit(denied, Coverage: null));
            }
        }

        return new DataFlowTrace<TState>(state, effects.ToImmutable(), refusals.ToImmutable());
    }

    private static AuditEvent? RecordOf(FlowRefusal refusal, DataFlowEvent happened, FlowContext context) =>
        happened.Access is { IsAllowed: false } denied
        && (refusal.Rule, refusal.Reason) == (denied.Rule, denied.Reason)
            ? denied.ToAuditEvent(happened.Id, happened.At, context.Source)
            : null;
}
