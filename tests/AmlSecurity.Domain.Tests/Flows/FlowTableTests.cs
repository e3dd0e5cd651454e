using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Flows;

public sealed class FlowTableTests
{
    private static readonly RuleId Rule = RuleId.Read("FLOW-01").Expect();
    private static readonly Instant T0 = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly FlowTable<State, Event, string> Door = new FlowTableBuilder<State, Event, string>(
        "Door", [typeof(Open), typeof(Shut)], [typeof(Push), typeof(Pull)])
        .On<Open, Push>(Rule, "shuts", [typeof(Shut)], (_, e) => new FlowStep<State, string>(new Shut(e.At), ["bang"]))
        .Refuse<Open, Pull>(Rule, "it is open")
        .Refuse<Shut, Push>(Rule, "it is shut")
        .On<Shut, Pull>(Rule, "opens", [typeof(Open)], (_, e) => new FlowStep<State, string>(new Open(e.At), []))
        .Build();

    [Fact]
    public void An_event_leads_to_the_next_state_and_says_what_to_do()
    {
        var step = Door.Apply(new Open(T0), new Push(T0)).Expect();

        Assert.Equal(new FlowStep<State, string>(new Shut(T0), ["bang"]), step);
        Assert.NotEqual(new FlowStep<State, string>(new Shut(T0), []), step);
    }

    [Fact]
    public void An_event_out_of_place_is_refused_with_its_rule_and_reason()
    {
        var refusal = Door.Apply(new Open(T0), new Pull(T0)).AsT1;

        Assert.Equal(new FlowRefusal(FlowRefusalKind.OutOfPlace, Rule, "it is open"), refusal);
        Assert.Equal("it is open (FLOW-01)", refusal.ToString());
    }

    [Fact]
    public void An_event_older_than_the_state_is_refused_and_one_of_the_same_time_is_not()
    {
        Assert.Equal(
            FlowRefusalKind.TooOld, Door.Apply(new Open(T0), new Push(T0 - Duration.Epsilon)).AsT1.Kind);
        Assert.True(Door.Apply(new Open(T0), new Push(T0)).IsT0);
    }

    [Fact]
    public void A_table_without_a_row_for_a_pair_is_a_mistake_that_shows_at_once()
    {
        var holey = new FlowTableBuilder<State, Event, string>("Holey", [typeof(Open)], [typeof(Push), typeof(Pull)])
            .Refuse<Open, Push>(Rule, "no");

        Assert.Contains("Open has no row for Pull", Assert.Throws<InvalidOperationException>(holey.Build).Message);
        Assert.Throws<ArgumentException>(() => holey.Refuse<Open, Push>(Rule, "twice"));
    }

    [Fact]
    public void A_state_or_event_from_elsewhere_is_a_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => Door.Apply(new Open(T0), new Knock(T0)));

    [Fact]
    public void The_diagram_shows_each_way_with_its_events() => Assert.Equal(
        "stateDiagram-v2\n  [*] --> Open\n  Open --> Shut: Push\n  Shut --> Open: Pull", Door.ToMermaid());

    [Fact]
    public void The_rows_are_data()
    {
        Assert.Equal(["Open", "Shut"], Door.States.AsEnumerable());
        Assert.Equal(["Push", "Pull"], Door.Events.AsEnumerable());
        Assert.Equal(new FlowRow("Open", "Push", ["Shut"], Rule, "shuts"), Door.Rows[0]);
        Assert.True(Door.Rows[1].IsRefusal);
        Assert.NotEqual(Door.Rows[0], Door.Rows[1]);
    }

    private abstract record State(Instant At) : IFlowState;

    private sealed record Open(Instant At) : State(At);

    private sealed record Shut(Instant At) : State(At);

    private abstract record Event(Instant At) : IFlowEvent;

    private sealed record Push(Instant At) : Event(At);

    private sealed record Pull(Instant At) : Event(At);

    private sealed record Knock(Instant At) : Event(At);
}
