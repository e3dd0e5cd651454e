using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.TrainingEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.TrainingState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.TrainingState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="Training"/>.</summary>
internal static class TrainingRows
{
    private const string NoRun = "no run is submitted";
    private const string HasRun = "a run is submitted";
    private const string NoTarget = "no target is chosen";
    private const string NoToken = "the run has no token";
    private const string HasTarget = "the target is chosen";
    private const string Runs = "the scripts run";
    private const string Over = "the run is closed";

    public static FlowTable<TrainingState, TrainingEvent, DataFlowEffect> Build() =>
        new FlowTableBuilder<TrainingState, TrainingEvent, DataFlowEffect>(
            "Training",
            [
                typeof(NotSubmitted), typeof(Submitted), typeof(WithToken), typeof(Preparing), typeof(Running),
                typeof(Ended),
            ],
            [
                typeof(RunSubmitted), typeof(RunHappened), typeof(TargetChosen), typeof(Prepared),
                typeof(ScriptsStarted),
            ])
            .On<NotSubmitted, RunSubmitted>(
                FlowSteps.SubmitRun.Rule,
                "takes the run, for whoever may run experiments",
                [typeof(Submitted)],
                Submit)
            .Refuse<NotSubmitted, RunHappened>(FlowSteps.SubmitRun.Rule, NoRun)
            .Refuse<NotSubmitted, TargetChosen>(FlowSteps.SubmitRun.Rule, NoRun)
            .Refuse<NotSubmitted, Prepared>(FlowSteps.SubmitRun.Rule, NoRun)
            .Refuse<NotSubmitted, ScriptsStarted>(FlowSteps.SubmitRun.Rule, NoRun)
            .Refuse<Submitted, RunSubmitted>(FlowSteps.SubmitRun.Rule, HasRun)
            .On<Submitted, RunHappened>(
                FlowSteps.MakeToken.Rule,
                "follows the run until it has its token or is closed",
                [typeof(Submitted), typeof(WithToken), typeof(Ended)],
                (state, e) => RunOfTraining.Apply(
                    state,
                    state.Run,
                    e,
                    run => run is RunState.TokenIssued
                        ? new WithToken(state, e.At, run)
                        : state with { At = e.At, Run = run }))
            .Refuse<Submitted, TargetChosen>(FlowSteps.MakeToken.Rule, NoToken)
            .Refuse<Submitted, Prepared>(FlowSteps.MakeToken.Rule, NoToken)
            .Refuse<Submitted, ScriptsStarted>(FlowSteps.MakeToken.Rule, NoToken)
            .Refuse<WithToken, RunSubmitted>(FlowSteps.SubmitRun.Rule, HasRun)
            .On<WithToken, RunHappened>(
                FlowSteps.MakeToken.Rule,
                "follows the run: a newer token, or its end",
                [typeof(WithToken), typeof(Ended)],
                (state, e) => RunOfTraining.Apply(
                    state, state.Run, e, run => state with { At = e.At, Run = run }))
            .On<WithToken, TargetChosen>(
                FlowSteps.ChooseTarget.Rule,
                "goes to managed or to unmanaged compute",
                [typeof(Preparing)],
                (state, e) => Step(
                    new Preparing(state, e.At, state.Run, e.Target, e.Compute),
                    new StepRecord(state.Context, FlowSteps.ChooseTarget, e)
                    {
                        Target = state.Context.NameOf("computes", e.Compute),
                    }))
            .Refuse<WithToken, Prepared>(FlowSteps.ChooseTarget.Rule, NoTarget)
            .Refuse<WithToken, ScriptsStarted>(FlowSteps.ChooseTarget.Rule, NoTarget)
            .Refuse<Preparing, RunSubmitted>(FlowSteps.SubmitRun.Rule, HasRun)
            .On<Preparing, RunHappened>(
                FlowSteps.MakeToken.Rule,
                "follows the run: a newer token, or its end",
                [typeof(Preparing), typeof(Ended)],
                (state, e) => RunOfTraining.Apply(
                    state, state.Run, e, run => state with { At = e.At, Run = run }))
            .Refuse<Preparing, TargetChosen>(FlowSteps.ChooseTarget.Rule, HasTarget)
            .On<Preparing, Prepared>(
                FlowSteps.ChooseTarget.Rule,
                "does the next part of what the target needs",
                [typeof(Preparing)],
                (state, e) => Preparation.Refuse(state.Target, state.Done, e.Part) is { } refusal
                    ? refusal
                    : Step(
                        state with { At = e.At, Done = e.Part },
                        new StepRecord(state.Context, Preparation.StepFor(state.Target), e)
                        {
                            Credential = Preparation.CredentialFor(state.Target),
                            Reads = Preparation.ReadsOf(state.Target, e.Part),
                            Writes = Preparation.WritesOf(e.Part),
                            Target = state.Context.NameOf("computes", state.Compute),
                        }))
            .On<Preparing, ScriptsStarted>(
                FlowSteps.ChooseTarget.Rule, "runs the scripts on a target that is prepared", [typeof(Running)], Start)
            .Refuse<Running, RunSubmitted>(FlowSteps.SubmitRun.Rule, HasRun)
            .On<Running, RunHappened>(
                FlowSteps.MakeToken.Rule,
                "follows the run until it is closed",
                [typeof(Running), typeof(Ended)],
                (state, e) => RunOfTraining.Apply(
                    state,
                    state.Run,
                    e,
                    run => state with
                    {
                        At = e.At,
                        Run = run,
                        IsCancelled = state.IsCancelled || e.Happened is RunEvent.Cancelled,
                    }))
            .Refuse<Running, TargetChosen>(FlowSteps.ChooseTarget.Rule, HasTarget)
            .Refuse<Running, Prepared>(FlowSteps.ChooseTarget.Rule, Runs)
            .Refuse<Running, ScriptsStarted>(FlowSteps.ChooseTarget.Rule, Runs)
            .Refuse<Ended, RunSubmitted>(FlowSteps.SubmitRun.Rule, HasRun)
            .Refuse<Ended, RunHappened>(FlowSteps.MakeToken.Rule, Over)
            .Refuse<Ended, TargetChosen>(FlowSteps.ChooseTarget.Rule, Over)
            .Refuse<Ended, Prepared>(FlowSteps.ChooseTarget.Rule, Over)
            .Refuse<Ended, ScriptsStarted>(FlowSteps.ChooseTarget.Rule, Over)
            .Build();

    private static Outcome Submit(NotSubmitted state, RunSubmitted submitted)
    {
        var step = FlowSteps.SubmitRun;
        var scope = submitted.Submission.Next.Scope;
        if (StepGuard.Refuse(state.Context, step, submitted.Taker, submitted.At) is { } refusal)
        {
            return refusal;
        }

        if (scope.Workspace != state.Context.Workspace)
        {
            return StepGuard.Against(AuthenticationRules.OneWorkspace, "the run is of another workspace");
        }

        if (scope.Submitter != submitted.Taker.Access.Principal)
        {
            return StepGuard.Against(step.Rule, "the run is of another principal");
        }

        if (submitted.Submission.Next is not RunState.Submitted run || run.At > submitted.At)
        {
            return StepGuard.Against(step.Rule, "the run has not just been submitted");
        }

        var record = new StepRecord(state.Context, step, submitted)
        {
            Target = state.Context.NameOf("runs", scope.Run),
        };
        return new FlowStep<TrainingState, DataFlowEffect>(
            new Submitted(state, submitted.At, run),
            record.ToEffects(
                submitted.Submission.Effects.Select(asked => new DataFlowEffect.ForRun(asked)),
                [LineageLink.OfRun(state.Context, state.Snapshot, scope.Run, submitted)]));
    }

    private static Outcome Start(Preparing state, ScriptsStarted started)
    {
        if (Preparation.RefuseStart(state.Target, state.Done) is { } refusal)
        {
            return refusal;
        }

        if (!state.Run.Apply(new RunEvent.Started(started.At)).TryPickT0(out var run, out var against))
        {
            return against;
        }

        return Step(
            new Running(state, started.At, run.Next),
            new StepRecord(state.Context, Preparation.StepFor(state.Target), started)
            {
                Credential = Preparation.CredentialFor(state.Target),
                Reads = Preparation.ReadsOfStart(state.Target),
                Writes = Preparation.WritesOfStart(state.Target),
                Outcome = new AuditOutcome.Started(),
                Target = state.Context.NameOf("runs", state.Run.Scope.Run),
            });
    }

    private static FlowStep<TrainingState, DataFlowEffect> Step(TrainingState next, StepRecord record) =>
        new(next, record.ToEffects());
}
