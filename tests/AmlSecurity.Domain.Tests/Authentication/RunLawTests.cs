using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>What holds in the life of a run whatever happens. <c>AMLSEC_SEED</c> repeats a run.</summary>
public sealed class RunLawTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Rule", "AUTHN-05")]
    [Trait("Rule", "AUTHN-06")]
    public void No_call_passes_for_another_workspace_or_after_the_end_of_token_or_run()
    {
        var walk = new FlowWalk<RunState, RunEvent, RunEffect>(RunFlow.Table);
        walk.Walk(400, output, Begin, Draw, (state, happened, outcome) =>
        {
            if (!outcome.TryPickT0(out var step, out _))
            {
                return;
            }

            Assert.True(step.Next.End == state.End && step.Next.Scope == state.Scope);
            foreach (var effect in step.Effects)
            {
                switch (effect)
                {
                    case RunEffect.AcceptCallback:
                        var called = happened is RunEvent.CalledBack call
                            ? call.Workspace
                            : ((RunEvent.FinalCallback)happened).Workspace;
                        Assert.Equal(state.Scope.Workspace, called);
                        Assert.True(happened.At < TokenOf(state)!.Value.Expires && happened.At < state.End);
                        break;
                    case RunEffect.HandOverToken handed:
                        Assert.True(handed.Token.Expires <= state.End);
                        break;
                    case RunEffect.RevokeTokens:
                        Assert.IsType<RunState.Closed>(step.Next);
                        break;
                }
            }
        });
        walk.AssertEverythingWasReached();
    }

    // Short ones, too, so that a run is also closed before it starts.
    private static (RunState State, IEnumerable<RunEffect> Effects) Begin(Random random) => (
        RunWorld.Submitted(
            new RunPolicy(Duration.FromMinutes(random.Next(2) == 0 ? 15 : 480), Duration.FromMinutes(10))),
        []);

    private static TokenLifetime? TokenOf(RunState state) => state switch
    {
        RunState.Running running => running.Token,
        RunState.CallbackDue due => due.Token,
        _ => null,
    };

    // Now and then a run is forgotten; and one that is complete often calls at once.
    private static RunEvent Draw(Random random, RunState state, Instant now) => random.Next(16) switch
    {
        _ when state is RunState.TokenIssued or RunState.Running && random.Next(30) == 0 =>
            new RunEvent.TimePassed(Instant.Max(now, state.End)),
        _ when state is RunState.CallbackDue && random.Next(3) == 0 =>
            new RunEvent.FinalCallback(Called(random), state.At),
        0 or 1 or 2 or 3 => RunWorld.Minted(now, random.Next(200)),
        4 or 5 or 6 => new RunEvent.Started(now),
        7 or 8 or 9 or 10 => new RunEvent.CalledBack(Called(random), now),
        11 => new RunEvent.Completed(now),
        12 => random.Next(3) == 0 ? new RunEvent.FinalCallback(Called(random), now) : new RunEvent.Started(now),
        13 => random.Next(3) == 0 ? new RunEvent.Cancelled(now) : new RunEvent.Started(now),
        _ => new RunEvent.TimePassed(now),
    };

    private static Domain.Resources.ResourceId Called(Random random) =>
        random.Next(3) == 0 ? RunWorld.OtherWorkspace : RunWorld.Workspace;
}
