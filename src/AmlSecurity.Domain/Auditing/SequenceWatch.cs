using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Compares records with what is expected in their places, by leaf hash or else by the number that each gives
/// itself, and keeps those that do not fit until all are read.</summary>
internal sealed class SequenceWatch(AuditEvidence evidence)
{
    private readonly List<ObservedRecord> _observed = [];
    private readonly List<(long From, long End)> _windows = [];
    private readonly List<AuditFinding> _timeFindings = [];
    private long _position = evidence.Start.Size;
    private long? _windowStart;
    private Instant? _last = evidence.StartRecordedAt;

    /// <summary>Gets a value indicating whether every record stood where it is expected.</summary>
    public bool IsInOrder => _windows.Count == 0 && _windowStart is null;

    /// <summary>Gets the first place where a record did not; the size if there is none.</summary>
    public long FirstDeviation => _windows.Count > 0 ? _windows[0].From : _windowStart ?? _position;

    /// <summary>Takes the next record.</summary>
    public void Take(in Hash256 leaf, in RecordVerdict verdict)
    {
        if (IsExpected(leaf, verdict))
        {
            if (_windowStart is { } start)
            {
                _windows.Add((start, _position));
                _windowStart = null;
            }

            CheckTime(_position, verdict.Fault < 0 ? verdict.RecordedAt : null);
        }
        else
        {
            _windowStart ??= _position;
            _observed.Add(new ObservedRecord(_position, leaf, verdict.Index, verdict.RecordedAt));
        }

        _position++;
    }

    /// <summary>Tells what is altered, missing, inserted or in another order, and where the time went back.</summary>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="committedSize">How many records there must be, by the checkpoints.</param>
    public void Tell(ICollection<AuditFinding> findings, long committedSize)
    {
        var tail = _windowStart ?? _position;
        var alignment = new SequenceAlignment(evidence, _observed, _windows, tail, committedSize);
        alignment.Tell(findings);

        // In the last stretch everything may have moved, and is in its order all the same.
        foreach (var record in _observed.Where(record => record.Position >= tail && alignment.IsInPlace(record)))
        {
            CheckTime(record.Position, record.RecordedAt);
        }

        foreach (var finding in _timeFindings)
        {
            findings.Add(finding);
        }
    }

    private bool IsExpected(in Hash256 leaf, in RecordVerdict verdict)
    {
        if (evidence.LeafHashes is { } hashes && _position - evidence.Start.Size < hashes.Length)
        {
            return hashes[(int)(_position - evidence.Start.Size)] == leaf;
        }

        // A record that leaves the format is told as such, and stands for the one that is expected unless all have moved.
        return verdict.Index == _position || (verdict.Fault >= 0 && _windowStart is null);
    }

    private void CheckTime(long position, Instant? recordedAt)
    {
        if (recordedAt < _last)
        {
            _timeFindings.Add(AuditFinding.At(AuditFindingKind.TimeWentBack, position));
        }

        _last = recordedAt ?? _last;
    }
}
