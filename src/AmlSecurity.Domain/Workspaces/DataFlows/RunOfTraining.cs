using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.TrainingState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Takes the flow of the run along with the training: its states, effects and refusals.</summary>
internal static class RunOfTraining
{
    public static Outcome Apply(
        TrainingState state, RunState run, TrainingEvent.RunHappened happened, Func<RunState, TrainingState> next)
    {
        if (happened.Happened is RunEvent.Started)
        {
            return StepGuard.Against(FlowSteps.ChooseTarget.Rule, "a run starts with its scripts, on its target");
        }

        if (!run.Apply(happened.Happened).TryPickT0(out var step, out var refusal))
        {
            return refusal;
        }

        var asked = step.Effects.Select(DataFlowEffect (effect) => new DataFlowEffect.ForRun(effect));
        return step.Next is RunState.Closed closed
            ? new FlowStep<TrainingState, DataFlowEffect>(
                new TrainingState.Ended(state, happened.At, closed),
                [.. asked, .. RecordOf(state, run, happened, EndOf(state, happened.Happened))])
            : new FlowStep<TrainingState, DataFlowEffect>(
                next(step.Next),
                happened.Happened is RunEvent.TokenMinted
                    ? [.. asked, .. RecordOf(state, run, happened, new AuditOutcome.Succeeded())]
                    : [.. asked]);
    }

    // The token is made by the service (FLOW-10); the end of a run is told of the step in which it was.
    private static ImmutableArray<DataFlowEffect> RecordOf(
        TrainingState state, RunState run, TrainingEvent.RunHappened happened, AuditOutcome outcome)
    {
        var step = (happened.Happened, state) switch
        {
            (RunEvent.TokenMinted, _) => FlowSteps.MakeToken,
            (_, TrainingState.Preparing preparing) => Preparation.StepFor(preparing.Target),
            (_, TrainingState.Running running) => Preparation.StepFor(running.Target),
            _ => FlowSteps.SubmitRun,
        };
        var effects = new StepRecord(state.Context, step, happened)
        {
            Reads = [],
            Writes = step == FlowSteps.MakeToken ? step.Writes : [],
            Outcome = outcome,
            Target = state.Context.NameOf("runs", run.Scope.Run),
            Actor = happened.Happened is RunEvent.FinalCallback ? AuditActor.Of(run.Scope) : null,
        }.ToEffects();
        return step == FlowSteps.MakeToken
            ? effects
            : [.. effects.Where(effect => effect is not DataFlowEffect.UseCredential)];
    }

    private static AuditOutcome EndOf(TrainingState state, RunEvent happened) => (state, happened) switch
    {
        (_, RunEvent.Cancelled) or (TrainingState.Running { IsCancelled: true }, _) =>
            new AuditOutcome.Failed("cancelled"),
        (_, RunEvent.FinalCallback) => new AuditOutcome.Succeeded(),
        _ => new AuditOutcome.Failed("timedOut"),
    };
}
