using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authentication.RunWorld;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class RunFlowTests
{
    private static readonly Principal Nobody =
        Principal.User(PrincipalId.Read("cccccccc-0000-0000-0000-000000000003").Expect());

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        RunFlow.Table.Rows,
        """
        Submitted + TokenMinted: TokenIssued (FLOW-10)
        Submitted + Started: no (AUTHN-04)
        Submitted + CalledBack: no (AUTHN-04)
        Submitted + Completed: no (FLOW-09)
        Submitted + FinalCallback: no (AUTHN-04)
        Submitted + Cancelled: Closed (FLOW-09)
        Submitted + TimePassed: Submitted or Closed (FLOW-10)
        TokenIssued + TokenMinted: TokenIssued (FLOW-10)
        TokenIssued + Started: Running (FLOW-10)
        TokenIssued + CalledBack: no (AUTHN-05)
        TokenIssued + Completed: no (FLOW-09)
        TokenIssued + FinalCallback: no (AUTHN-05)
        TokenIssued + Cancelled: Closed (FLOW-09)
        TokenIssued + TimePassed: TokenIssued or Closed (AUTHN-10)
        Running + TokenMinted: Running (AUTHN-10)
        Running + Started: no (FLOW-10)
        Running + CalledBack: Running (AUTHN-05)
        Running + Completed: CallbackDue (AUTHN-05)
        Running + FinalCallback: Closed (AUTHN-05)
        Running + Cancelled: CallbackDue (AUTHN-05)
        Running + TimePassed: Running or Closed (AUTHN-10)
        CallbackDue + TokenMinted: CallbackDue (AUTHN-10)
        CallbackDue + Started: no (AUTHN-05)
        CallbackDue + CalledBack: CallbackDue (AUTHN-05)
        CallbackDue + Completed: no (AUTHN-05)
        CallbackDue + FinalCallback: Closed (AUTHN-05)
        CallbackDue + Cancelled: no (AUTHN-05)
        CallbackDue + TimePassed: CallbackDue or Closed (AUTHN-05)
        Closed + TokenMinted: no (AUTHN-05)
        Closed + Started: no (AUTHN-05)
        Closed + CalledBack: no (AUTHN-05)
        Closed + Completed: no (AUTHN-05)
        Closed + FinalCallback: no (AUTHN-05)
        Closed + Cancelled: no (AUTHN-05)
        Closed + TimePassed: no (AUTHN-05)
        """);

    [Fact]
    [Trait("Rule", "FLOW-09")]
    public void A_run_is_taken_with_permissions_that_its_submitter_has()
    {
        var step = RunFlow.Submit(Access, Scope(MlActions.WriteRun, MlActions.ReadModel), Policy, Now).Expect();

        Assert.IsType<RunState.Submitted>(step.Next);
        Assert.Equal([new RunEffect.MintToken(step.Next.Scope, Now + Policy.LongestRun)], step.Effects.AsEnumerable());
    }

    [Fact]
    [Trait("Rule", "FLOW-09")]
    public void A_run_is_not_taken_with_a_permission_that_its_submitter_has_not()
    {
        var refusal = RunFlow.Submit(
            Access, Scope(MlActions.WriteRun, MlActions.DeleteWorkspace, MlActions.AssignRole), Policy, Now).AsT1;

        Assert.Equal(MlActions.DeleteWorkspace, refusal.Operation);
        Assert.Equal(DenialReason.Excluded, refusal.Decision.Reason);
        Assert.StartsWith("`Microsoft.MachineLearningServices/workspaces/delete`: denied", $"{refusal}");
    }

    [Fact]
    [Trait("Rule", "FLOW-09")]
    public void A_run_is_not_taken_from_whoever_may_not_submit_one()
    {
        var scope = new RunScope(Scope().Run, Workspace, Nobody);

        Assert.Equal(MlActions.SubmitRun, RunFlow.Submit(Access, scope, Policy, Now).AsT1.Operation);
    }

    [Fact]
    [Trait("Rule", "AUTHN-04")]
    [Trait("Rule", "FLOW-10")]
    public void The_compute_target_gets_the_token_and_then_the_run_starts()
    {
        var issued = Step(Submitted(), Minted(Now, 60));

        Assert.IsType<RunEffect.HandOverToken>(Assert.Single(issued.Effects));
        Assert.Equal("the run has no token yet (AUTHN-04)", Submitted().Apply(new RunEvent.Started(Now)).AsT1.ToString());
        Assert.IsType<RunState.Running>(After(issued.Next, new RunEvent.Started(Now)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-06")]
    public void A_token_for_one_workspace_does_not_admit_another()
    {
        Assert.IsType<RunEffect.AcceptCallback>(
            Assert.Single(Step(Running(), new RunEvent.CalledBack(Workspace, Now)).Effects));
        Assert.Equal(
            "the token is for another workspace (AUTHN-06)",
            Running().Apply(new RunEvent.CalledBack(OtherWorkspace, Now)).AsT1.ToString());
        Assert.Equal("AUTHN-06", Running().Apply(new RunEvent.FinalCallback(OtherWorkspace, Now)).AsT1.Rule!.Text);
    }

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public void The_last_callback_closes_the_run_and_takes_its_tokens_back()
    {
        var due = After(Running(), new RunEvent.Completed(Now));
        var closed = Step(due, new RunEvent.FinalCallback(Workspace, Now));

        Assert.IsType<RunState.Closed>(closed.Next);
        Assert.Equal(
            [typeof(RunEffect.AcceptCallback), typeof(RunEffect.RevokeTokens)],
            closed.Effects.Select(effect => effect.GetType()));
        Assert.Equal(
            "the run is closed (AUTHN-05)", closed.Next.Apply(new RunEvent.CalledBack(Workspace, Now)).AsT1.ToString());
    }

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public void The_run_is_closed_when_its_grace_is_over_whether_or_not_it_called()
    {
        var due = After(Running(), new RunEvent.Completed(Now));
        var end = due.NextDeadline!.Value;

        Assert.Equal(Now + Policy.Grace, end);
        Assert.True(due.Apply(new RunEvent.CalledBack(Workspace, end - Duration.Epsilon)).IsT0);
        Assert.Equal("AUTHN-05", due.Apply(new RunEvent.CalledBack(Workspace, end)).AsT1.Rule!.Text);
        Assert.Equal("AUTHN-05", due.Apply(new RunEvent.FinalCallback(Workspace, end)).AsT1.Rule!.Text);
        Assert.IsType<RunState.Closed>(After(due, new RunEvent.TimePassed(end)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public void A_token_that_ends_within_the_grace_is_replaced()
    {
        var due = After(After(Running(), new RunEvent.CalledBack(Workspace, Now + Duration.FromMinutes(58))),
            new RunEvent.Completed(Now + Duration.FromMinutes(58)));
        var asked = Step(due, new RunEvent.TimePassed(due.NextDeadline!.Value));
        var renewed = After(asked.Next, Minted(asked.Next.At, 30));

        Assert.IsType<RunEffect.MintToken>(Assert.Single(asked.Effects));
        var late = new RunEvent.FinalCallback(Workspace, Now + Duration.FromMinutes(65));
        Assert.Equal("AUTHN-10", asked.Next.Apply(late).AsT1.Rule!.Text);
        Assert.IsType<RunState.Closed>(After(renewed, late));
        Assert.Equal("AUTHN-05", renewed.Apply(Minted(Now + Duration.FromMinutes(68), 5)).AsT1.Rule!.Text);
    }

    [Fact]
    public void An_older_token_does_not_take_the_place_of_a_newer_one() => Assert.Equal(
        "the token ends before the one that is held (AUTHN-10)", Running().Apply(Minted(Now, 30)).AsT1.ToString());

    [Fact]
    public void A_token_that_does_not_come_is_asked_for_again()
    {
        var submitted = Submitted();
        var again = Step(submitted, new RunEvent.TimePassed(submitted.NextDeadline!.Value));

        Assert.Equal(Now + RefreshPolicy.RetryAfter, again.Next.At);
        Assert.IsType<RunEffect.MintToken>(Assert.Single(again.Effects));
    }

    [Fact]
    public void Runs_without_end_end_with_time()
    {
        var endless = new RunPolicy(Duration.MaxValue, Duration.MaxValue);

        Assert.Equal(Instant.MaxValue, RunFlow.Submit(Access, Scope(), endless, Now).Expect().Next.End);
    }

    [Fact]
    public void A_token_is_replaced_in_time_and_none_outlasts_the_longest_run()
    {
        var running = Running();
        var due = Step(running, new RunEvent.TimePassed(running.NextDeadline!.Value));

        Assert.Equal(Now + Duration.FromMinutes(60) - Duration.FromSeconds(95), running.NextDeadline);
        Assert.IsType<RunEffect.MintToken>(Assert.Single(due.Effects));
        Assert.True(due.Next.Apply(Minted(due.Next.At, 60)).IsT0);
        Assert.Equal(
            "the token would outlast the longest run (AUTHN-05)",
            due.Next.Apply(Minted(due.Next.At, 9 * 60)).AsT1.ToString());
        Assert.Equal(
            "the token has expired (AUTHN-10)",
            running.Apply(new RunEvent.CalledBack(Workspace, Now + Duration.FromMinutes(60))).AsT1.ToString());
    }

    [Fact]
    public void A_run_that_lasts_too_long_is_closed_in_any_state()
    {
        var end = new RunEvent.TimePassed(Now + Policy.LongestRun);

        Assert.All(
            [Submitted(), WithToken(), Running()], state => Assert.IsType<RunState.Closed>(After(state, end)));
    }

    [Fact]
    public void A_scope_has_at_most_64_permissions()
    {
        Assert.Equal(64, Scope([.. Enumerable.Repeat(MlActions.ReadRun, 64)]).Permissions.Length);
        Assert.Throws<ArgumentException>(() => Scope([.. Enumerable.Repeat(MlActions.ReadRun, 65)]));
        Assert.Throws<ArgumentException>(() => new RunScope(Scope().Run, Workspace.Parent!, Alice));
        Assert.Equal(Scope(MlActions.ReadRun), Scope(MlActions.ReadRun));
        Assert.NotEqual(Scope(MlActions.ReadRun), Scope());
    }
}
