using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Workspaces.DataFlows;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class DataFlowReplayTests
{
    [Fact]
    public void The_same_events_give_the_same_records_byte_for_byte_and_the_same_checkpoint()
    {
        var (first, second) = (WalkTheWholeLife(), WalkTheWholeLife());

        Assert.Equal(22, first.Steps.Length);
        Assert.Equal(first.Log.ToCheckpoint("flows.example"), second.Log.ToCheckpoint("flows.example"));
        Assert.All(first.Steps.Zip(second.Steps), pair => Assert.Equal(pair.First.Encoded.AsEnumerable(), pair.Second.Encoded));
    }

    [Fact]
    public void Another_event_gives_another_checkpoint() => Assert.NotEqual(
        Serve(OfInference()).AppendTo(AuditLog.Empty).Expect().Log.Tree.Root,
        Serve(OfInference(logsDetails: false)).AppendTo(AuditLog.Empty).Expect().Log.Tree.Root);

    [Fact]
    public void Two_courses_of_the_same_events_are_equal_and_one_more_event_makes_a_difference()
    {
        Assert.Equal(Serve(OfInference()), Serve(OfInference()));
        Assert.NotEqual(Serve(OfInference()), Serve([.. OfInference(), Call("r2", 30)]));
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void A_step_that_is_denied_leaves_the_state_and_is_recorded()
    {
        var events = OfSource();
        var denied = new SourceSavingEvent.ScriptsKept(Taker("keep the scripts in storage", Readers), "d1", At(1));
        var trace = DataFlowReplay.Run(
            SourceSaving.Table, SourceSaving.Begin(Context, At(0)), events[0], denied, events[1], events[2]);

        Assert.IsType<SourceSavingState.SnapshotReady>(trace.State);
        Assert.Equal("`d1`: the matrix gives it to Contributor at least (AUTHZ-09)", Assert.Single(trace.Refusals).ToString());
        Assert.Equal(["d1", "s2", "s3"], trace.Records.Select(record => record.EventId));
        Assert.Equal(new AuditOutcome.Denied("the matrix gives it to Contributor at least"), trace.Records[0].Outcome);
    }

    [Fact]
    public void A_step_out_of_place_is_refused_and_not_recorded()
    {
        var trace = DataFlowReplay.Run(SourceSaving.Table, SourceSaving.Begin(Context, At(0)), OfSource()[2]);

        Assert.Single(trace.Refusals);
        Assert.Empty(trace.Records);
    }

    [Fact]
    public void A_record_that_the_log_does_not_take_stops_all()
    {
        var trace = Serve(new InferenceEvent.ModelRegistered(Taker("register a model"), Model, null, "", At(22)));

        Assert.Equal(AppendRefusalKind.Unwritable, trace.AppendTo(AuditLog.Empty).AsT1.Kind);
        Assert.Empty(trace.Links);
    }

    private static (AuditLog Log, AppendStep[] Steps) WalkTheWholeLife()
    {
        var created = DataFlowReplay.Run(
            WorkspaceCreation.Table, WorkspaceCreation.Begin(Context, At(0)), OfWorkspace())
            .AppendTo(AuditLog.Empty).Expect();
        var source = Source().AppendTo(created.Log).Expect();
        var training = Train(TrainingTarget.ManagedCompute, OfEnd()).AppendTo(source.Log).Expect();
        var metrics = Measure().AppendTo(training.Log).Expect();
        var inference = Serve(OfInference()).AppendTo(metrics.Log).Expect();
        return (
            inference.Log,
            [.. created.Steps, .. source.Steps, .. training.Steps, .. metrics.Steps, .. inference.Steps]);
    }
}
