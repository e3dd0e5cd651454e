using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Puts together what the records, their order and their roots say.</summary>
internal sealed class LogVerification(AuditEvidence evidence) : IDisposable
{
    private readonly List<AuditFinding> _findings = [];
    private readonly SequenceWatch _sequence = new(evidence);
    private readonly TreeWatch _tree = new(evidence);
    private long _unattributed;
    private long _shredded;

    /// <summary>Works through a batch and empties it.</summary>
    public void Take(RecordBatch batch)
    {
        batch.Work();
        var first = _tree.Size;
        for (var at = 0; at < batch.Count; at++)
        {
            ref readonly var verdict = ref batch.Verdicts[at];
            if (verdict.Fault >= 0)
            {
                _findings.Add(
                    new AuditFinding(AuditFindingKind.NonCanonical, first + at, first + at, verdict.Fault));
            }

            _unattributed += verdict.IsUnattributed ? 1 : 0;
            _shredded += verdict.IsShredded ? 1 : 0;
            _sequence.Take(in batch.Leaves[at], verdict);
            CompareBundle(batch, first, at);
        }

        _tree.Append(batch);
        batch.Clear();
    }

    public AuditReport ToReport(ImmutableArray<AuditFinding> more)
    {
        var found = new List<AuditFinding>();
        var common = _sequence.InOrder;
        var rejoins = _sequence.Tell(found, Math.Max(_tree.CommittedSize, evidence.BundleSizes));
        var isUnlikeHashes = common < evidence.Start.Size + (evidence.LeafHashes?.Length ?? 0);
        if (isUnlikeHashes && _tree.HoldsBeyond(common))
        {
            // The root is right, so that it is the leaf hashes that are of another history. If that has nothing more in
            // common with this one, to tell each record apart says nothing.
            found = rejoins ? found : [];
            found.Add(AuditFinding.At(AuditFindingKind.Forked, common));
        }

        _findings.AddRange(found);
        if (!isUnlikeHashes)
        {
            _tree.Tell(_findings, _sequence.InNumber);
        }

        return new AuditReport(
            _tree.Tree,
            _tree.Anchor,
            evidence.Exactness,
            [
                .. _findings.Concat(more)
                    .OrderBy(finding => finding.Index)
                    .ThenBy(finding => finding.Kind)
                    .ThenBy(finding => finding.To),
            ],
            _unattributed,
            _shredded);
    }

    public void Dispose() => _tree.Dispose();

    // As long as all is in order; the rest is told in the end.
    private void CompareBundle(RecordBatch batch, long first, int at)
    {
        var end = first + at + 1;
        if (evidence.LeafHashes is not null
            || end % AuditEvidence.BundleSize != 0
            || end / AuditEvidence.BundleSize > evidence.BundleRoots.Length
            || (at + 1) % AuditEvidence.BundleSize != 0
            || !_sequence.IsInOrder)
        {
            return;
        }

        var kept = evidence.BundleRoots[(int)(end / AuditEvidence.BundleSize) - 1];
        if (batch.Roots[at / AuditEvidence.BundleSize] != kept)
        {
            _findings.Add(new AuditFinding(AuditFindingKind.Altered, end - AuditEvidence.BundleSize, end - 1));
        }
    }
}
