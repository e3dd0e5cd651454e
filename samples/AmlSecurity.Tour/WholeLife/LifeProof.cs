using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>What proves a walk: a signed checkpoint, one record in it, an earlier checkpoint in it, and a copy in which
/// a denial was turned into a success.</summary>
internal sealed class LifeProof
{
    public const string Origin = "churn.example/audit";

    private readonly ImmutableArray<ReadOnlyMemory<byte>> _records;
    private readonly ImmutableArray<Hash256> _leaves;

    public LifeProof(LifeWalk walk, ulong seed)
    {
        (_records, _leaves, Early) = (walk.Journal.Records, walk.Journal.Leaves, walk.Early);
        using var ecdsa = KeyOf(seed);
        using var signer = InMemoryNoteSigner.Create(Origin, ecdsa);
        VerifierKey = $"{signer.VerifierKey}";
        var body = walk.Journal.Log.ToCheckpoint(Origin).ToBody();
        Note = SignedNote.SignAsync(body, [signer], CancellationToken.None).AsTask().GetAwaiter().GetResult().Expect();
        using var trusted = TrustedNoteKeys.Of(signer.VerifierKey);
        Late = SignedCheckpoint.Open(Note.ToBytes(), Origin, trusted, LifeCast.At(60)).Expect().Checkpoint;

        var tree = new RetainedTree(CompactRange.Empty, _leaves);
        ProvedRecord = walk.Journal.Lines.Last(line => line.Outcome.StartsWith("allowed", StringComparison.Ordinal)).Index;
        Inclusion = tree.ProveInclusion(ProvedRecord, Late.Size);
        IsIncluded = MerkleProof.VerifyInclusion(
            _leaves[(int)ProvedRecord], ProvedRecord, Late.Size, RootOf(Late), Inclusion.AsSpan());
        Consistency = tree.ProveConsistency(Early.Size, Late.Size);
        IsConsistent = MerkleProof.VerifyConsistency(
            Early.Size, Late.Size, RootOf(Early), RootOf(Late), Consistency.AsSpan());
        AlteredRecord = walk.Journal.Lines.First(line => line.Outcome.StartsWith("denied", StringComparison.Ordinal)).Index;
        Sound = Verify(_records);
        Damaged = Verify(_records.SetItem((int)AlteredRecord, Forge()));
    }

    public Checkpoint Early { get; }

    public Checkpoint Late { get; }

    public SignedNote Note { get; }

    public string VerifierKey { get; }

    public long ProvedRecord { get; }

    public ImmutableArray<Hash256> Inclusion { get; }

    public bool IsIncluded { get; }

    public ImmutableArray<Hash256> Consistency { get; }

    public bool IsConsistent { get; }

    public long AlteredRecord { get; }

    public AuditReport Sound { get; }

    public AuditReport Damaged { get; }

    /// <summary>Verifies any copy of the records against what was kept.</summary>
    public AuditReport Verify(IEnumerable<ReadOnlyMemory<byte>> records) => AuditVerifier.Verify(
        records, new AuditEvidence { Checkpoints = [Early, Late], LeafHashes = _leaves });

    private static Hash256 RootOf(Checkpoint checkpoint) => new(checkpoint.Root.AsSpan());

    // The key comes from the seed, so the name of the key is the same each time; the signature is not.
    private static ECDsa KeyOf(ulong seed)
    {
        var scalar = new byte[32];
        new SeededRandom(~seed).Fill(scalar);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
    }

    private ReadOnlyMemory<byte> Forge()
    {
        var record = AuditRecord.Read(_records[(int)AlteredRecord].Span).Expect();
        var happened = record.Event;
        var forged = new AuditEvent(
            happened.EventId,
            happened.OccurredAt,
            happened.Actor,
            happened.Operation,
            happened.Target,
            new AuditOutcome.Succeeded(),
            happened.Source);
        return new AuditRecord(record.Index, record.RecordedAt, forged, record.ClockStep).Encode().Expect();
    }
}
