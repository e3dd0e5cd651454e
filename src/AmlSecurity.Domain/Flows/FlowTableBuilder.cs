using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using OneOf;

namespace AmlSecurity.Domain.Flows;

/// <summary>Takes down the rows of a flow. A pair of state and event has one row, no more and no fewer.</summary>
internal sealed class FlowTableBuilder<TState, TEvent, TEffect>
    where TState : class, IFlowState
    where TEvent : class, IFlowEvent
{
    public FlowTableBuilder(string name, ImmutableArray<Type> states, ImmutableArray<Type> events)
    {
        Name = name;
        States = states;
        Events = events;
    }

    public string Name { get; }

    public ImmutableArray<Type> States { get; }

    public ImmutableArray<Type> Events { get; }

    public OrderedDictionary<(Type State, Type Event), FlowTable<TState, TEvent, TEffect>.Transition> Transitions
    {
        get;
    } = [];

    /// <summary>Adds a row by which the event means something.</summary>
    public FlowTableBuilder<TState, TEvent, TEffect> On<TFrom, THappened>(
        RuleId rule,
        string meaning,
        ImmutableArray<Type> to,
        Func<TFrom, THappened, OneOf<FlowStep<TState, TEffect>, FlowRefusal>> move)
        where TFrom : TState
        where THappened : TEvent
    {
        Add(typeof(TFrom), typeof(THappened), to, rule, meaning, (state, e) => move((TFrom)state, (THappened)e));
        return this;
    }

    /// <summary>Adds a row by which the event is out of place.</summary>
    public FlowTableBuilder<TState, TEvent, TEffect> Refuse<TFrom, THappened>(RuleId rule, string reason)
        where TFrom : TState
        where THappened : TEvent
    {
        var refusal = new FlowRefusal(FlowRefusalKind.OutOfPlace, rule, reason);
        Add(typeof(TFrom), typeof(THappened), [], rule, reason, (_, _) => refusal);
        return this;
    }

    /// <summary>Closes the table.</summary>
    public FlowTable<TState, TEvent, TEffect> Build()
    {
        var missing = States.SelectMany(_ => Events, (state, happened) => (state, happened))
            .FirstOrDefault(pair => !Transitions.ContainsKey(pair));
        return missing == default
            ? new FlowTable<TState, TEvent, TEffect>(this)
            : throw new InvalidOperationException($"{missing.state.Name} has no row for {missing.happened.Name}");
    }

    private void Add(
        Type from,
        Type on,
        ImmutableArray<Type> to,
        RuleId rule,
        string meaning,
        FlowTable<TState, TEvent, TEffect>.Move move) =>
        Transitions.Add(
            (from, on), new(new FlowRow(from.Name, on.Name, [.. to.Select(type => type.Name)], rule, meaning), move));
}
