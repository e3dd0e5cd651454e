using System.Collections.Immutable;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Tour.Callers;

/// <summary>Applies events to a flow one after the other, and writes down what came of each.</summary>
internal sealed class FlowStory<TState, TEvent, TEffect>(
    TState first, Func<TState, TEvent, OneOf<FlowStep<TState, TEffect>, FlowRefusal>> apply)
    where TState : class
    where TEvent : IFlowEvent
{
    private readonly ImmutableArray<FlowLine>.Builder _lines = ImmutableArray.CreateBuilder<FlowLine>();

    public TState State { get; private set; } = first;

    public ImmutableArray<FlowLine> Lines => _lines.ToImmutable();

    public void Tell(string what, TEvent happened)
    {
        var outcome = apply(State, happened);
        _lines.Add(FlowLine.Of(happened.At - CallerStories.Start, what, State, outcome));
        State = outcome.TryPickT0(out var step, out _) ? step.Next : State;
    }

    public static Instant At(int minutes) => CallerStories.Start + Duration.FromMinutes(minutes);
}
