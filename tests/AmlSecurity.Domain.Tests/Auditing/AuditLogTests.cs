using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Authentication;
using FsCheck.Xunit;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class AuditLogTests
{
    [Fact]
    public void A_log_grows_by_values_and_the_old_ones_stay()
    {
        var one = AuditLog.Empty.Append(AuditLab.Small(0), AuditLab.At(0)).Expect();
        var two = one.Next.Append(AuditLab.Small(1), AuditLab.At(1)).Expect();

        Assert.Equal((0, 1, 2), (AuditLog.Empty.Size, one.Next.Size, two.Next.Size));
        Assert.Equal(MerkleTree.HashLeaf(two.Encoded.AsSpan()), two.Receipt.LeafHash);
        Assert.Equal(new AppendReceipt(1, AuditLab.At(1), two.Receipt.LeafHash), two.Receipt);
        Assert.Equal(AuditRecord.Read(two.Encoded.AsSpan()).Expect(), two.Record);
        Assert.Equal(
            NaiveTree.Node(one.Receipt.LeafHash, two.Receipt.LeafHash).Bytes,
            two.Next.ToCheckpoint(AuditLab.Origin).Root.AsSpan());
    }

    [Property]
    public bool Writer_and_many_at_once_are_the_same_as_one_after_the_other(byte first, byte second)
    {
        var records = Enumerable.Range(0, first + second)
            .Select(number => new AuditRecord(number, AuditLab.At(number), AuditLab.Event(number))).ToList();
        var folded = records.Aggregate(AuditLog.Empty, (log, record) => log.Append(record).Expect().Next);
        using var writer = new AuditWriter(AuditLog.Empty.AppendMany(records.Take(first)).Expect());
        foreach (var record in records.Skip(first))
        {
            if (writer.Append(record.Event, record.RecordedAt).Expect().LeafHash != MerkleTree.HashLeaf(writer.Written.Span))
            {
                return false;
            }
        }

        return writer.Log.Equals(folded) && AuditLog.Empty.AppendMany(records).Expect().Equals(folded);
    }

    [Fact]
    public void A_gap_and_a_time_that_runs_back_are_refused_and_the_log_stays()
    {
        var log = AuditLog.Empty.Append(AuditLab.Small(0), AuditLab.At(5)).Expect().Next;
        using var writer = new AuditWriter(log);

        Assert.Equal(AppendRefusalKind.TimeWentBack, log.Append(AuditLab.Small(1), AuditLab.At(4)).AsT1.Kind);
        Assert.Equal(AppendRefusalKind.TimeWentBack, writer.Append(AuditLab.Small(1), AuditLab.At(4)).AsT1.Kind);
        foreach (var index in (long[])[0, 2])
        {
            var record = new AuditRecord(index, AuditLab.At(6), AuditLab.Small(1));
            Assert.Equal(AppendRefusalKind.IndexGap, log.Append(record).AsT1.Kind);
            Assert.Equal(AppendRefusalKind.IndexGap, writer.Append(record).AsT1.Kind);
            Assert.Equal(AppendRefusalKind.IndexGap, log.AppendMany(record).AsT1.Kind);
        }

        Assert.True(log.Append(AuditLab.Small(1), AuditLab.At(5)).IsT0);
        Assert.Equal(log, writer.Log);
    }

    [Fact]
    public void A_clock_that_was_set_back_is_recorded_and_logging_goes_on()
    {
        var log = AuditLog.Empty.Append(AuditLab.Small(0), AuditLab.At(5)).Expect().Next;
        using var writer = new AuditWriter(log);

        var step = log.AppendClamped(AuditLab.Small(1), AuditLab.At(2)).Expect();

        Assert.Equal(Duration.FromSeconds(3), step.Record.ClockStep);
        Assert.Equal(AuditLab.At(5), step.Record.RecordedAt);
        Assert.Equal(step.Receipt, writer.AppendClamped(AuditLab.Small(1), AuditLab.At(2)).Expect());
        Assert.Equal(step.Next, writer.Log);
        Assert.Null(step.Next.AppendClamped(AuditLab.Small(2), AuditLab.At(6)).Expect().Record.ClockStep);
    }

    [Fact]
    public void What_cannot_be_written_is_refused_and_a_writer_goes_on_with_the_next()
    {
        var bad = AuditLab.Small(0) with { CorrelationId = "" };
        using var writer = new AuditWriter(AuditLog.Empty);

        Assert.Equal("`correlationId` is empty", AuditLog.Empty.Append(bad, AuditLab.At(0)).AsT1.ToString());
        Assert.Equal("`correlationId` is empty", writer.Append(bad, AuditLab.At(0)).AsT1.ToString());
        Assert.True(writer.Written.IsEmpty);
        Assert.Equal(0, writer.Append(AuditLab.Small(0), AuditLab.At(0)).Expect().Index);
    }

    [Fact]
    public void A_log_is_taken_up_again_from_what_its_tree_remembers()
    {
        var log = AuditLog.Empty.AppendMany(
            [.. Enumerable.Range(0, 21).Select(at => new AuditRecord(at, AuditLab.At(at), AuditLab.Event(at)))]).Expect();

        Assert.Equal(log, AuditLog.Resume(log.Tree, log.LastRecordedAt!.Value));
        Assert.Equal(AuditLog.Empty, AuditLog.Resume(CompactRange.Empty, AuditLab.Start));
    }

    [Fact]
    public void Appending_through_a_writer_takes_no_memory()
    {
        using var writer = new AuditWriter(AuditLog.Empty);
        writer.Append(AuditLab.Full, AuditLab.At(0));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var turn = 0; turn < 100; turn++)
        {
            writer.Append(AuditLab.Full, AuditLab.At(0));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 99);
        Assert.Equal(101, writer.Size);
    }

    [Fact]
    [Trait("Rule", "MON-03")]
    public void A_decision_becomes_an_event_with_who_what_where_and_why()
    {
        var request = AccessRequest.Control(RunWorld.Alice, MlActions.DeleteWorkspace, RunWorld.Workspace);
        var denied = AuditEvent.Of("d-1", AuditLab.Start, request, RunWorld.Access.Decide(request), "library");
        var read = AccessRequest.Control(RunWorld.Alice, MlActions.ReadWorkspace, RunWorld.Workspace);
        var allowed = AuditEvent.Of("d-2", AuditLab.Start, read, RunWorld.Access.Decide(read), "library");

        Assert.Equal(new AuditActor.Identified(AuditActorKind.User, Tokens.Alice), denied.Actor);
        Assert.Equal(new AuditOutcome.Denied("Excluded"), denied.Outcome);
        Assert.Equal($"{MlActions.DeleteWorkspace}", denied.Operation);
        Assert.Equal(RunWorld.Workspace.Text, denied.Target);
        Assert.Single(denied.Trace!.Rules);
        Assert.Equal(new AuditOutcome.Allowed("a1"), allowed.Outcome);
        Assert.True(AuditLog.Empty.Append(denied, AuditLab.Start).IsT0);
    }

    [Fact]
    public void Actors_are_named_by_what_they_are()
    {
        var id = PrincipalId.Read(Tokens.Alice).Expect();

        Assert.Equal(Kind(AuditActorKind.ManagedIdentity), AuditActor.Of(Principal.ManagedIdentity(id)));
        Assert.Equal(Kind(AuditActorKind.ServicePrincipal), AuditActor.Of(Principal.ServicePrincipal(id)));
        Assert.Equal(
            Kind(AuditActorKind.Guest), AuditActor.Of(Principal.Guest(id, GuestEvidence.AccountClaim)));
        Assert.Equal(
            new AuditActor.RunToken("run-1", RunWorld.Workspace.Text), AuditActor.Of(RunWorld.Scope()));
        Assert.Equal(
            Kind(AuditActorKind.Other), AuditActor.Of(Principal.User(id) with { Kind = PrincipalKind.Device }));
        Assert.Throws<ArgumentException>(() => AuditActor.Of(Principal.Group(id)));

        static AuditActor Kind(AuditActorKind kind) => new AuditActor.Identified(kind, Tokens.Alice);
    }

    [Fact]
    public void An_idle_log_gets_a_heartbeat()
    {
        var beat = AuditEvent.Heartbeat("h-1", AuditLab.Start, AuditLab.Someone(AuditActorKind.ManagedIdentity), AuditLab.Origin);
        var log = AuditLog.Empty.Append(beat, AuditLab.Start).Expect().Next;

        Assert.NotEqual(AuditLog.Empty.ToCheckpoint(AuditLab.Origin), log.ToCheckpoint(AuditLab.Origin));
        Assert.Equal("heartbeat", beat.Operation);
    }
}
