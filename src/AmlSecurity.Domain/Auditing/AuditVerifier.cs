using System.Collections.Immutable;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Verifies a log against what was kept of it.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class AuditVerifier
{
    /// <summary>Verifies the records of a log.</summary>
    /// <param name="records">The records, in their order, without line feeds; some thousands of
    /// them are held at once, and none may change meanwhile.</param>
    /// <param name="evidence">What was kept.</param>
    /// <param name="degree">On how many threads, 1 or more.</param>
    /// <returns>The report. Memory does not grow with the log, but for the hashes and numbers of records that do not
    /// stand in their places.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is less than 1.</exception>
    public static AuditReport Verify(
        IEnumerable<ReadOnlyMemory<byte>> records, AuditEvidence evidence, int degree = 1)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return Verify(records, evidence, [], degree);
    }

    /// <summary>Verifies the records of a log and the signed checkpoint that it shows.</summary>
    /// <param name="records">The records, as above.</param>
    /// <param name="evidence">What was kept.</param>
    /// <param name="claimed">The signed checkpoint, opened or refused; it takes the place
    /// of the claimed one of the evidence. One that was refused is a finding, and proves nothing.</param>
    /// <param name="degree">On how many threads, 1 or more.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is less than 1.</exception>
    public static AuditReport VerifySigned(
        IEnumerable<ReadOnlyMemory<byte>> records,
        AuditEvidence evidence,
        OneOf<SignedCheckpoint, CheckpointRefusal> claimed,
        int degree = 1)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return claimed.TryPickT0(out var signed, out var refusal)
            ? Verify(records, evidence.Claiming(signed.Checkpoint), [], degree)
            : Verify(records, evidence.Claiming(null), [AuditFinding.At(KindOf(refusal.Kind), 0)], degree);
    }

    /// <summary>Hashes the records of a log without reading them, to compare the root with one that is known.</summary>
    /// <param name="records">The records, as above.</param>
    /// <param name="start">What was before the first; <see cref="CompactRange.Empty"/> if nothing.</param>
    /// <param name="degree">On how many threads, 1 or more.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is less than 1.</exception>
    public static CompactRange Hash(IEnumerable<ReadOnlyMemory<byte>> records, CompactRange start, int degree = 1)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        var evidence = new AuditEvidence { Start = start };
        using var tree = new TreeWatch(evidence);
        using var batch = new RecordBatch(evidence, degree, reads: false);
        foreach (var record in records)
        {
            if (batch.Add(record))
            {
                Take();
            }
        }

        Take();
        return tree.Tree;

        void Take()
        {
            batch.Work();
            tree.Append(batch);
            batch.Clear();
        }
    }

    private static AuditReport Verify(
        IEnumerable<ReadOnlyMemory<byte>> records,
        AuditEvidence evidence,
        ImmutableArray<AuditFinding> ofTheNote,
        int degree)
    {
        using var verification = new LogVerification(evidence);
        using var batch = new RecordBatch(evidence, degree, reads: true);
        foreach (var record in records)
        {
            if (batch.Add(record))
            {
                verification.Take(batch);
            }
        }

        verification.Take(batch);
        return verification.ToReport(ofTheNote);
    }

    private static AuditFindingKind KindOf(CheckpointRefusalKind refusal) => refusal switch
    {
        CheckpointRefusalKind.BadSignature => AuditFindingKind.SignatureBad,
        CheckpointRefusalKind.NoKnownKey => AuditFindingKind.KeyUnknown,
        CheckpointRefusalKind.KeyRetired => AuditFindingKind.KeyRetired,
        _ => AuditFindingKind.CheckpointUnreadable,
    };
}
