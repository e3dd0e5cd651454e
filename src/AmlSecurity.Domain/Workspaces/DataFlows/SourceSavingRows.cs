using System.Collections.Immutable;
using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.SourceSavingEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.SourceSavingState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Workspaces.DataFlows.SourceSavingState,
        AmlSecurity.Domain.Workspaces.DataFlows.DataFlowEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="SourceSaving"/>.</summary>
internal static class SourceSavingRows
{
    private const string NoScripts = "no scripts were gathered";
    private const string NotKept = "the scripts are not in storage";

    public static FlowTable<SourceSavingState, SourceSavingEvent, DataFlowEffect> Build() =>
        new FlowTableBuilder<SourceSavingState, SourceSavingEvent, DataFlowEffect>(
            "Source saving",
            [typeof(NothingSaved), typeof(Gathered), typeof(Kept), typeof(SnapshotReady)],
            [typeof(ScriptsGathered), typeof(ScriptsKept), typeof(SnapshotTaken)])
            .On<NothingSaved, ScriptsGathered>(
                FlowSteps.GatherScripts.Rule, "takes the directory down", [typeof(Gathered)], Gather)
            .Refuse<NothingSaved, ScriptsKept>(FlowSteps.GatherScripts.Rule, NoScripts)
            .Refuse<NothingSaved, SnapshotTaken>(FlowSteps.GatherScripts.Rule, NoScripts)
            .On<Gathered, ScriptsGathered>(
                FlowSteps.GatherScripts.Rule, "takes the directory down anew", [typeof(Gathered)], Gather)
            .On<Gathered, ScriptsKept>(
                FlowSteps.KeepScripts.Rule,
                "writes the scripts to blob storage, for whoever may run experiments",
                [typeof(Kept)],
                (state, e) => StepGuard.Refuse(state.Context, FlowSteps.KeepScripts, e.Taker, e.At) is { } refusal
                    ? refusal
                    : Step(
                        new Kept(state.Context, e.At, state.Scripts),
                        Record(state, FlowSteps.KeepScripts, e, state.Scripts.Digest)))
            .Refuse<Gathered, SnapshotTaken>(FlowSteps.KeepScripts.Rule, NotKept)
            .On<Kept, ScriptsGathered>(
                FlowSteps.GatherScripts.Rule, "begins anew with other scripts", [typeof(Gathered)], Gather)
            .Refuse<Kept, ScriptsKept>(FlowSteps.KeepScripts.Rule, "the scripts are in storage")
            .On<Kept, SnapshotTaken>(
                FlowSteps.TakeSnapshot.Rule,
                "has a snapshot, if its digest is that of the scripts",
                [typeof(SnapshotReady)],
                (state, e) => e.Snapshot == state.Scripts.Digest
                    ? Step(
                        new SnapshotReady(state.Context, e.At, e.Snapshot),
                        Record(state, FlowSteps.TakeSnapshot, e, e.Snapshot))
                    : StepGuard.Against(FlowSteps.TakeSnapshot.Rule, "the digest is not that of the scripts"))
            .On<SnapshotReady, ScriptsGathered>(
                FlowSteps.GatherScripts.Rule, "begins anew with other scripts", [typeof(Gathered)], Gather)
            .Refuse<SnapshotReady, ScriptsKept>(FlowSteps.GatherScripts.Rule, NoScripts)
            .Refuse<SnapshotReady, SnapshotTaken>(FlowSteps.TakeSnapshot.Rule, "there is a snapshot")
            .Build();

    // On the machine of the user nobody keeps a record.
    private static Outcome Gather(SourceSavingState state, ScriptsGathered happened) => Step(
        new Gathered(state.Context, happened.At, happened.Scripts),
        [.. new StepRecord(state.Context, FlowSteps.GatherScripts, happened).ToEffects()
            .Where(effect => effect is not DataFlowEffect.Emit)]);

    private static ImmutableArray<DataFlowEffect> Record(
        SourceSavingState state, DataFlowStep step, DataFlowEvent happened, SnapshotDigest snapshot) =>
        new StepRecord(state.Context, step, happened) { Target = state.Context.NameOf("snapshots", snapshot) }
            .ToEffects();

    private static FlowStep<SourceSavingState, DataFlowEffect> Step(
        SourceSavingState next, ImmutableArray<DataFlowEffect> effects) => new(next, effects);
}
