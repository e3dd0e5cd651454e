using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.PackageProof;

internal static class AuditingProof
{
    private const string Origin = "proof.example/log";

    public static void Prove(Proof proof)
    {
        var now = Instant.FromUtc(2026, 3, 2, 9, 0);
        var records = new List<ReadOnlyMemory<byte>>();
        var leaves = new List<Hash256>();
        using var writer = new AuditWriter(AuditLog.Empty);
        for (var number = 0; number < 5; number++)
        {
            leaves.Add(writer.Append(Happened($"e-{number}", now), now).Expect().LeafHash);
            records.Add(writer.Written.ToArray());
        }

        var encoded = records[0].Span;
        proof.That("a record is canonical JSON", CanonicalJson.FindDeviation(encoded) is null);
        proof.Equal("a record is read back", Happened("e-0", now), AuditRecord.Read(encoded).Expect().Event);
        ProveReport(proof, records, leaves, writer.Log);
        ProveNote(proof, writer.Log.ToCheckpoint(Origin), now);
    }

    private static void ProveReport(
        Proof proof, List<ReadOnlyMemory<byte>> records, List<Hash256> leaves, AuditLog log)
    {
        var evidence = new AuditEvidence { LeafHashes = [.. leaves], Checkpoints = [log.ToCheckpoint(Origin)] };
        proof.That("a log is sound", AuditVerifier.Verify(records, evidence, degree: 2).IsSound);
        records.RemoveAt(2);
        proof.Equal(
            "a record that is gone is missed",
            "record 2 is missing",
            AuditVerifier.Verify(records, evidence).Findings.Single().ToString());
        var tree = new RetainedTree(CompactRange.Empty, [.. leaves]);
        proof.That(
            "a record is proved",
            MerkleProof.VerifyInclusion(leaves[3], 3, 5, log.Tree.Root, tree.ProveInclusion(3, 5).AsSpan()));
    }

    private static void ProveNote(Proof proof, Checkpoint checkpoint, Instant now)
    {
        using var ecdsa = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryNoteSigner.Create(Origin, ecdsa);
        var note = SignedNote.SignAsync(checkpoint.ToBody(), [signer], default).AsTask().Result.Expect();
        using var trusted = TrustedNoteKeys.Of(signer.VerifierKey);
        proof.Equal(
            "a signed checkpoint is taken",
            checkpoint,
            SignedCheckpoint.Open(note.ToBytes(), Origin, trusted, now).Expect().Checkpoint);
    }

    private static AuditEvent Happened(string id, Instant at) => new(
        id,
        at,
        new AuditActor.Identified(AuditActorKind.User, "alice"),
        "read",
        "w1",
        new AuditOutcome.Succeeded(),
        "proof");
}
