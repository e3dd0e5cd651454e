using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Tour.Callers;

namespace AmlSecurity.Tour.Auditing;

/// <summary>A log of what the earlier chapters decided, its signed checkpoint, and a copy that somebody has altered.</summary>
internal sealed class AuditShow
{
    public const string Origin = "ml.example/audit";

    private readonly ImmutableArray<ReadOnlyMemory<byte>> _records;
    private readonly ImmutableArray<Hash256> _leaves;

    public AuditShow(TourInputs inputs)
    {
        var records = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var leaves = ImmutableArray.CreateBuilder<Hash256>();
        using var writer = new AuditWriter(AuditLog.Empty);
        foreach (var happened in Decisions(inputs).Concat(Calls().OrderBy(call => call.OccurredAt)))
        {
            leaves.Add(writer.AppendClamped(happened, happened.OccurredAt).Expect().LeafHash);
            records.Add(writer.Written.ToArray());
        }

        _records = records.ToImmutable();
        _leaves = leaves.ToImmutable();
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryNoteSigner.Create(Origin, ecdsa);
        var body = writer.Log.ToCheckpoint(Origin).ToBody();
        Note = SignedNote.SignAsync(body, [signer], CancellationToken.None).AsTask().GetAwaiter().GetResult().Expect();
        using var trusted = TrustedNoteKeys.Of(signer.VerifierKey);
        Checkpoint = SignedCheckpoint.Open(Note.ToBytes(), Origin, trusted, CallerStories.Start).Expect().Checkpoint;
        Sound = Verify(_records);
        Damaged = Verify(Damage());
        var tree = new RetainedTree(CompactRange.Empty, _leaves);
        Proof = tree.ProveInclusion(ShownRecord, tree.Size);
        IsProved = MerkleProof.VerifyInclusion(
            _leaves[ShownRecord], ShownRecord, Checkpoint.Size, new Hash256(Checkpoint.Root.AsSpan()), Proof.AsSpan());
    }

    public SignedNote Note { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>Gets the report on the log as it is.</summary>
    public AuditReport Sound { get; }

    /// <summary>Gets the report on the copy.</summary>
    public AuditReport Damaged { get; }

    public ImmutableArray<Hash256> Proof { get; }

    public bool IsProved { get; }

    public int AlteredRecord => _records.Length / 3;

    public int RemovedRecord => _records.Length * 2 / 3;

    public int ShownRecord => _records.Length / 2;

    public string Shown => Encoding.UTF8.GetString(_records[ShownRecord].Span);

    private static IEnumerable<AuditEvent> Decisions(TourInputs inputs) => inputs.Questions
        .Where(question => question.Request.Principal.Kind is not (PrincipalKind.Group or PrincipalKind.ForeignGroup))
        .Select((question, at) => AuditEvent.Of(
            $"decision-{at + 1}",
            CallerStories.Start,
            question.Request,
            inputs.Policy.Decide(question.Request),
            "tour"));

    private static IEnumerable<AuditEvent> Calls() => CallerStories.All.SelectMany((story, number) => story.Lines.Select(
        (line, at) => new AuditEvent(
            $"call-{number + 1}-{at + 1}",
            CallerStories.Start + line.After,
            new AuditActor.Unattributed(UnattributedReason.NotNamed),
            line.Event,
            story.Title,
            line.Outcome.StartsWith("refused", StringComparison.Ordinal)
                ? new AuditOutcome.Denied(line.Outcome)
                : new AuditOutcome.Succeeded(),
            "tour")));

    private AuditReport Verify(IEnumerable<ReadOnlyMemory<byte>> records) => AuditVerifier.Verify(
        records, new AuditEvidence { Checkpoints = [Checkpoint], LeafHashes = _leaves });

    // An administrator turns what was denied into something else, and takes one record away.
    private ImmutableArray<ReadOnlyMemory<byte>> Damage()
    {
        var record = AuditRecord.Read(_records[AlteredRecord].Span).Expect();
        var other = new AuditEvent(
            record.Event.EventId,
            record.Event.OccurredAt,
            record.Event.Actor,
            "nothing at all",
            record.Event.Target,
            new AuditOutcome.Succeeded(),
            record.Event.Source);
        var altered = new AuditRecord(record.Index, record.RecordedAt, other, record.ClockStep).Encode().Expect();
        return _records.SetItem(AlteredRecord, altered).RemoveAt(RemovedRecord);
    }
}
