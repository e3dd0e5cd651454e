using System.Collections.Frozen;
using System.Collections.Immutable;
using OneOf;

namespace AmlSecurity.Domain.Flows;

/// <summary>A flow as a table: for every state and every event one row.</summary>
/// <typeparam name="TState">The states, one sealed type each.</typeparam>
/// <typeparam name="TEvent">The events, one sealed type each.</typeparam>
/// <typeparam name="TEffect">What a host is to carry out.</typeparam>
/// <remarks>
/// The one source of what <see cref="Apply"/> does, of the diagram and of the test of all pairs. No clock: time is in
/// the events. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class FlowTable<TState, TEvent, TEffect>
    where TState : class, IFlowState
    where TEvent : class, IFlowEvent
{
    private readonly FrozenDictionary<(Type State, Type Event), Transition> _transitions;

    internal FlowTable(FlowTableBuilder<TState, TEvent, TEffect> builder)
    {
        Name = builder.Name;
        States = [.. builder.States.Select(type => type.Name)];
        Events = [.. builder.Events.Select(type => type.Name)];
        Rows = [.. builder.Transitions.Values.Select(transition => transition.Row)];
        _transitions = builder.Transitions.ToFrozenDictionary();
    }

    internal delegate OneOf<FlowStep<TState, TEffect>, FlowRefusal> Move(TState state, TEvent happened);

    /// <summary>Gets the name of the flow.</summary>
    public string Name { get; }

    /// <summary>Gets the names of the states; the first is where the flow begins.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>Gets the names of the events.</summary>
    public ImmutableArray<string> Events { get; }

    /// <summary>Gets the rows, state by state.</summary>
    public ImmutableArray<FlowRow> Rows { get; }

    /// <summary>Applies an event.</summary>
    /// <param name="state">The state.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    /// <exception cref="ArgumentException">The state or event is not one of this library.</exception>
    public OneOf<FlowStep<TState, TEffect>, FlowRefusal> Apply(TState state, TEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(happened);
        if (!_transitions.TryGetValue((state.GetType(), happened.GetType()), out var transition))
        {
            throw new ArgumentException("the state or event is not one of this library");
        }

        return happened.At < state.At ? FlowRefusal.TooOld : transition.Move(state, happened);
    }

    /// <summary>Draws the flow: every way from state to state, named by its event.</summary>
    /// <returns>A Mermaid state diagram.</returns>
    public string ToMermaid()
    {
        var ways = Rows
            .SelectMany(row => row.To, (row, to) => (row.From, To: to, row.On))
            .GroupBy(way => (way.From, way.To))
            .Select(same => $"  {same.Key.From} --> {same.Key.To}: {string.Join(", ", same.Select(way => way.On))}");
        return string.Join('\n', ["stateDiagram-v2", $"  [*] --> {States[0]}", .. ways]);
    }

    internal sealed record Transition(FlowRow Row, Move Move);
}
