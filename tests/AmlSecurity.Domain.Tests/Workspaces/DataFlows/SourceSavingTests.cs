using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowCourse;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class SourceSavingTests
{
    private static readonly SourceSavingState Begun = SourceSaving.Begin(Context, At(0));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        SourceSaving.Table.Rows,
        """
        NothingSaved + ScriptsGathered: Gathered (FLOW-06)
        NothingSaved + ScriptsKept: no (FLOW-06)
        NothingSaved + SnapshotTaken: no (FLOW-06)
        Gathered + ScriptsGathered: Gathered (FLOW-06)
        Gathered + ScriptsKept: Kept (FLOW-07)
        Gathered + SnapshotTaken: no (FLOW-07)
        Kept + ScriptsGathered: Gathered (FLOW-06)
        Kept + ScriptsKept: no (FLOW-07)
        Kept + SnapshotTaken: SnapshotReady (FLOW-08)
        SnapshotReady + ScriptsGathered: Gathered (FLOW-06)
        SnapshotReady + ScriptsKept: no (FLOW-06)
        SnapshotReady + SnapshotTaken: no (FLOW-08)
        """);

    [Fact]
    [Trait("Rule", "FLOW-06")]
    public void Scripts_on_the_machine_of_the_user_leave_no_record()
    {
        var step = Begun.Apply(OfSource()[0]).Expect();

        Assert.Equal(
            [
                new DataFlowEffect.UseCredential(StepCredential.None),
                new DataFlowEffect.WriteStore(StoreKind.LocalMachine, StepActor.User),
            ],
            step.Effects.AsEnumerable());
    }

    [Fact]
    [Trait("Rule", "FLOW-07")]
    [Trait("Rule", "FLOW-08")]
    public void Scripts_are_kept_in_blobs_by_the_user_and_become_a_snapshot_by_the_identity()
    {
        var trace = Source();

        Assert.Equal(Scripts.Digest, Assert.IsType<SourceSavingState.SnapshotReady>(trace.State).Snapshot);
        Assert.Equal(2, trace.Effects.Count(effect => effect == new DataFlowEffect.WriteStore(StoreKind.WorkspaceBlobs, StepActor.Service)));
        Assert.Equal([AuditActor.Of(Alice), AuditActor.Of(Context.Identity!)], trace.Records.Select(record => record.Actor));
        Assert.Equal($"{Workspace}/snapshots/{Scripts.Digest}", trace.Records[1].Target);
    }

    [Fact]
    [Trait("Rule", "FLOW-08")]
    public void A_snapshot_of_anything_else_is_refused()
    {
        var kept = DataFlowReplay.Run(SourceSaving.Table, Begun, OfSource()[..2]).State;
        var other = Snapshot.Create(SnapshotEntry.Of("train.py", "evil()"u8.ToArray())).Expect();

        Assert.Equal(
            "the digest is not that of the scripts (FLOW-08)",
            $"{kept.Apply(new SourceSavingEvent.SnapshotTaken(other.Digest, "e", At(2))).AsT1}");
    }

    [Fact]
    [Trait("Rule", "FLOW-07")]
    public void A_reader_keeps_no_scripts()
    {
        var gathered = Begun.Apply(OfSource()[0]).Expect().Next;

        Assert.Equal(
            "AUTHZ-09",
            gathered.Apply(new SourceSavingEvent.ScriptsKept(Taker("keep the scripts in storage", Readers), "e", At(1))).AsT1.Rule!.Text);
    }
}
