using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;
using static AmlSecurity.Domain.Workspaces.DataFlows.RunMetricsEvent;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class RunMetricsTests
{
    private static readonly TrainingState.Running Running =
        (TrainingState.Running)Train(TrainingTarget.ManagedCompute).State;

    private static readonly RunMetricsState Begun = RunMetrics.Begin(Running, At(7));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        RunMetrics.Table.Rows,
        """
        NothingWritten + MetricsWritten: Written (FLOW-14)
        NothingWritten + MetricsRead: NothingWritten (FLOW-15)
        NothingWritten + CosmosDbRead: no (FLOW-15)
        Written + MetricsWritten: Written (FLOW-14)
        Written + MetricsRead: Written (FLOW-15)
        Written + CosmosDbRead: no (FLOW-15)
        """);

    [Fact]
    [Trait("Rule", "FLOW-14")]
    public void The_compute_target_writes_with_its_token_and_the_service_stores()
    {
        var step = Begun.Apply(OfMetrics(Running)[0]).Expect();

        Assert.Contains(new DataFlowEffect.UseCredential(StepCredential.ServiceToken), step.Effects.AsEnumerable());
        Assert.Contains(new DataFlowEffect.WriteStore(StoreKind.SharedCosmosDb, StepActor.Service), step.Effects.AsEnumerable());
        Assert.Contains(new DataFlowEffect.ForRun(new RunEffect.AcceptCallback(Running.Run.Scope)), step.Effects.AsEnumerable());
        Assert.Equal(AuditActor.Of(Running.Run.Scope), step.Effects.Of<DataFlowEffect.Emit>().Single().Event.Actor);
    }

    [Fact]
    [Trait("Rule", "FLOW-14")]
    public void Metrics_of_another_run_or_for_another_workspace_or_of_a_closed_run_are_refused()
    {
        var other = RunMetrics.Begin(Running, At(7)) with { };
        var ended = (TrainingState.Ended)Train(TrainingTarget.ManagedCompute, OfEnd()).State;
        var elsewhere = new RunEvent.CalledBack(Examples.OtherWorkspace, At(10));
        var call = new RunEvent.CalledBack(Workspace, At(22));
        var foreign = RunFlow.Submit(
            Contributors, new RunScope(RunId.Read("run-2").Expect(), Workspace, Alice), Running.Run.Policy, At(7)).Expect();

        Assert.Equal("AUTHN-06", other.Apply(new MetricsWritten(Running.Run, elsewhere, "e")).AsT1.Rule!.Text);
        Assert.Equal("AUTHN-05", other.Apply(new MetricsWritten(ended.Run, call, "e")).AsT1.Rule!.Text);
        Assert.Equal("the metrics are of another run (FLOW-14)", $"{other.Apply(new MetricsWritten(foreign.Next, call, "e")).AsT1}");
    }

    [Fact]
    [Trait("Rule", "FLOW-15")]
    public void A_reader_asks_the_service_which_reads_and_no_client_reads_itself()
    {
        var written = Begun.Apply(OfMetrics(Running)[0]).Expect().Next;
        var step = written.Apply(new MetricsRead(Taker("read metrics", Readers), "e", At(11))).Expect();

        Assert.Equal(
            [new DataFlowEffect.ReadStore(StoreKind.SharedCosmosDb, StepActor.Service)],
            step.Effects.Of<DataFlowEffect.ReadStore>());
        Assert.Equal(AuditClass.NotLogged, step.Effects.Of<DataFlowEffect.Emit>().Single().Coverage!.Class);
        Assert.Equal("FLOW-15", written.Apply(new CosmosDbRead("e", At(11))).AsT1.Rule!.Text);
        Assert.Equal(
            "RBAC-01", written.Apply(new MetricsRead(Taker("read metrics", Holding()), "e", At(11))).AsT1.Rule!.Text);
    }

    [Fact]
    [Trait("Rule", "FLOW-14")]
    public void Where_the_workspace_has_an_instance_of_its_own_that_one_is_written()
    {
        var context = new FlowContext(Workspace, Context.Rules) { HasDedicatedCosmosDb = true };
        var source = DataFlowReplay.Run(SourceSaving.Table, SourceSaving.Begin(context, At(0)), OfSource()).State;
        var running = (TrainingState.Running)DataFlowReplay.Run(
            Training.Table,
            Training.Begin((SourceSavingState.SnapshotReady)source, At(2)),
            OfTraining(TrainingTarget.Local)).State;

        var step = RunMetrics.Begin(running, At(7)).Apply(OfMetrics(running)[0]).Expect();

        Assert.Equal(
            StoreKind.DedicatedCosmosDb, step.Effects.Of<DataFlowEffect.WriteStore>().Single().Store);
    }
}
