using System.Globalization;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Flows;

/// <summary>Applies random events to a flow, checks what holds for every flow, and remembers what was reached.</summary>
internal sealed class FlowWalk<TState, TEvent, TEffect>(FlowTable<TState, TEvent, TEffect> table)
    where TState : class, IFlowState
    where TEvent : class, IFlowEvent
{
    public const int Length = 200;

    private readonly HashSet<(string From, string On)> _pairs = [];
    private readonly HashSet<(string From, string On, string To)> _ways = [];

    /// <summary>Walks as often as asked, from a seed that is printed.</summary>
    public void Walk(
        int walks,
        ITestOutputHelper output,
        Func<Random, (TState State, IEnumerable<TEffect> Effects)> begin,
        Func<Random, TState, Instant, TEvent> draw,
        Action<TState, TEvent, OneOf<FlowStep<TState, TEffect>, FlowRefusal>> check)
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("AMLSEC_SEED"), CultureInfo.InvariantCulture, out var asked)
                ? asked
                : Random.Shared.Next();
        output.WriteLine($"AMLSEC_SEED={seed}, {walks} walks of {Length} events");
        for (var walk = 0; walk < walks; walk++)
        {
            Walk(new Random(seed + walk), begin, draw, check);
        }

        output.WriteLine($"{_pairs.Count} of {table.Rows.Length} pairs, {_ways.Count} ways");
    }

    /// <summary>Asserts that each pair was met, and each way that the table names was gone.</summary>
    public void AssertEverythingWasReached()
    {
        Assert.Empty(table.Rows.Select(row => (row.From, row.On)).Except(_pairs));
        Assert.Empty(table.Rows.SelectMany(row => row.To, (row, to) => (row.From, row.On, to)).Except(_ways));
    }

    private void Walk(
        Random random,
        Func<Random, (TState State, IEnumerable<TEffect> Effects)> begin,
        Func<Random, TState, Instant, TEvent> draw,
        Action<TState, TEvent, OneOf<FlowStep<TState, TEffect>, FlowRefusal>> check)
    {
        var (first, _) = begin(random);
        var state = first;
        var now = first.At == Instant.MinValue ? Instant.FromUtc(2026, 1, 1, 0, 0) : first.At;
        var applied = new List<TEvent>();
        for (var turn = 0; turn < Length; turn++)
        {
            now += Duration.FromSeconds(random.Next(4) * random.Next(900));
            var happened = draw(random, state, random.Next(50) == 0 ? now - Duration.FromDays(30) : now);
            var outcome = table.Apply(state, happened);
            check(state, happened, outcome);
            Remember(state, happened, outcome);
            if (outcome.TryPickT0(out var step, out _))
            {
                applied.Add(happened);
                state = step.Next;
            }
        }

        Assert.Equal(state, applied.Aggregate(first, (before, happened) => table.Apply(before, happened).Expect().Next));
    }

    private void Remember(TState state, TEvent happened, OneOf<FlowStep<TState, TEffect>, FlowRefusal> outcome)
    {
        var (from, on) = (state.GetType().Name, happened.GetType().Name);
        var row = Assert.Single(table.Rows, one => one.From == from && one.On == on);
        if (outcome.TryPickT0(out var step, out var refusal))
        {
            Assert.True(happened.At >= state.At, "an old event was applied");
            Assert.Equal(happened.At, step.Next.At);
            Assert.Contains(step.Next.GetType().Name, row.To);
            _ways.Add((from, on, step.Next.GetType().Name));
        }
        else if (happened.At < state.At)
        {
            Assert.Equal(FlowRefusalKind.TooOld, refusal.Kind);
            return;
        }
        else
        {
            Assert.NotNull(refusal.Rule);
        }

        _pairs.Add((from, on));
    }
}
