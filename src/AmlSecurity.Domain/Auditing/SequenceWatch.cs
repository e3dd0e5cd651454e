using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Compares records with what is expected in their places, by leaf hash or else by the number that each gives
/// itself. From the first that does not fit, all are kept until the last is read.</summary>
internal sealed class SequenceWatch(AuditEvidence evidence)
{
    private readonly List<ObservedRecord> _observed = [];
    private readonly List<AuditFinding> _timeFindings = [];
    private readonly List<Hash256> _bundle = [];
    private long _inOrder = evidence.Start.Size;
    private Instant? _last = evidence.StartRecordedAt;

    /// <summary>Gets a value indicating whether every record stood where it is expected.</summary>
    public bool IsInOrder => _observed.Count == 0;

    /// <summary>Gets how many records stood where they are expected before one did not.</summary>
    public long InOrder => _inOrder;

    /// <summary>Gets up to where no record was read that gives itself another number than that of its place.</summary>
    public long InNumber
    {
        get
        {
            var first = _observed.FindIndex(one => one.Own >= 0 && one.Own != one.Position);
            return first < 0 ? _inOrder + _observed.Count : _observed[first].Position;
        }
    }

    /// <summary>Takes the next record.</summary>
    public void Take(in Hash256 leaf, in RecordVerdict verdict)
    {
        var position = _inOrder + _observed.Count;
        if (!IsInOrder || !IsExpected(leaf, verdict))
        {
            _observed.Add(new ObservedRecord(position, leaf, verdict.Index, verdict.RecordedAt));
            return;
        }

        CheckTime(position, verdict.Fault < 0 ? verdict.RecordedAt : null);
        _inOrder++;
        if (evidence.KeepsBundles)
        {
            KeepForBundle(leaf);
        }
    }

    /// <summary>Tells what is altered, missing, inserted or in another order, and where the time went back.</summary>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="committedSize">How many records there must be.</param>
    /// <returns>Whether any record from the first that did not fit on is that of a leaf hash.</returns>
    public bool Tell(List<AuditFinding> findings, long committedSize)
    {
        var alignment = new SequenceAlignment(evidence, _observed, _inOrder, committedSize);
        alignment.Tell(findings);
        for (var at = 0; at < _observed.Count; at++)
        {
            if (alignment.IsInOrder(at))
            {
                CheckTime(_observed[at].Position, _observed[at].Own < 0 ? null : _observed[at].RecordedAt);
            }
        }

        findings.AddRange(_timeFindings);
        if (evidence.KeepsBundles && !IsInOrder)
        {
            TellBundles(findings, alignment.LeavesByPlace());
        }

        return alignment.Rejoins;
    }

    private bool IsExpected(in Hash256 leaf, in RecordVerdict verdict)
    {
        var place = _inOrder - evidence.Start.Size;
        return evidence.LeafHashes is { } hashes && place < hashes.Length
            ? hashes[(int)place] == leaf
            : verdict.Index == _inOrder;
    }

    private void CheckTime(long position, Instant? recordedAt)
    {
        if (recordedAt < _last)
        {
            _timeFindings.Add(AuditFinding.At(AuditFindingKind.TimeWentBack, position));
        }

        _last = recordedAt ?? _last;
    }

    // The leaves of the bundle that is not yet full.
    private void KeepForBundle(in Hash256 leaf)
    {
        _bundle.Add(leaf);
        if (_inOrder % AuditEvidence.BundleSize == 0)
        {
            _bundle.Clear();
        }
    }

    // A bundle is compared if all of its records are there, whatever their order.
    private void TellBundles(List<AuditFinding> findings, Dictionary<long, Hash256> leaves)
    {
        for (var at = 0; at < _bundle.Count; at++)
        {
            leaves[_inOrder - _bundle.Count + at] = _bundle[at];
        }

        var bundle = new Hash256[AuditEvidence.BundleSize];
        for (var number = _inOrder / AuditEvidence.BundleSize; number < evidence.BundleRoots.Length; number++)
        {
            var first = number * AuditEvidence.BundleSize;
            var isWhole = true;
            for (var at = 0; at < bundle.Length && isWhole; at++)
            {
                isWhole = leaves.TryGetValue(first + at, out bundle[at]);
            }

            if (isWhole && CompactRange.Empty.AppendMany(bundle).Root != evidence.BundleRoots[(int)number])
            {
                findings.Add(
                    new AuditFinding(AuditFindingKind.Altered, first, first + AuditEvidence.BundleSize - 1));
            }
        }
    }
}
