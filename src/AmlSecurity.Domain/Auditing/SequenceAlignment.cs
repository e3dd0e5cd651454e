
namespace AmlSecurity.Domain.Auditing;

/// <summary>Aligns the records that did not stand in their places with the places where none stood.</summary>
/// <remarks>
/// With leaf hashes, a record is that of its hash; without, that of its own number. What is left of both sides is paired
/// as altered: first by number, then by order between the same neighbours.
/// </remarks>
internal sealed class SequenceAlignment
{
    private const long None = -1;

    private readonly AuditEvidence _evidence;
    private readonly List<ObservedRecord> _observed;
    private readonly List<(long From, long End)> _places;
    private readonly long[] _matches;
    private readonly HashSet<long> _taken = [];
    private readonly HashSet<long> _moved = [];
    private readonly long _end;

    public SequenceAlignment(
        AuditEvidence evidence,
        List<ObservedRecord> observed,
        List<(long From, long End)> windows,
        long tail,
        long committedSize)
    {
        _evidence = evidence;
        _observed = observed;
        var lastOwn = observed.Count > 0 && observed[^1].Position >= tail ? observed[^1].Own + 1 : tail;
        _end = evidence.LeafHashes is { } hashes
            ? Math.Max(evidence.Start.Size + hashes.Length, Math.Max(committedSize, lastOwn))
            : Math.Max(committedSize, lastOwn);
        _places = [.. windows];
        if (tail < _end)
        {
            _places.Add((tail, _end));
        }

        _matches = new long[observed.Count];
    }

    /// <summary>Tells what is altered, missing, inserted or in another order.</summary>
    public void Tell(ICollection<AuditFinding> findings)
    {
        if (_places.Count == 0 && _observed.Count == 0)
        {
            return;
        }

        Match();
        TellReordered(findings);
        PairByNumber(findings);
        TellRest(findings, Free());
    }

    /// <summary>Determines whether a record is one that was expected, and in its order.</summary>
    public bool IsInPlace(ObservedRecord record)
    {
        var at = _observed.BinarySearch(record, ByPosition.Instance);
        return _matches[at] != None && !_moved.Contains(_matches[at]);
    }

    private void Match()
    {
        var known = new Dictionary<Hash256, long>();
        var hashed = _evidence.Start.Size;
        if (_evidence.LeafHashes is { } hashes)
        {
            hashed += hashes.Length;
            foreach (var (from, end) in _places)
            {
                for (var place = from; place < Math.Min(end, hashed); place++)
                {
                    known.TryAdd(hashes[(int)(place - _evidence.Start.Size)], place);
                }
            }
        }

        for (var at = 0; at < _matches.Length; at++)
        {
            var record = _observed[at];
            var match = record.Own >= hashed && Contains(record.Own) ? record.Own : None;
            _matches[at] = known.TryGetValue(record.Leaf, out var place) ? place : match;
        }

        DropRepeated();
    }

    // Of several records that are the same, the one is meant that has a neighbour of the log beside it, else the first.
    private void DropRepeated()
    {
        var meant = new Dictionary<long, int>();
        for (var at = 0; at < _matches.Length; at++)
        {
            var match = _matches[at];
            if (match != None
                && (!meant.TryGetValue(match, out var other) || (!HasNeighbour(other) && HasNeighbour(at))))
            {
                meant[match] = at;
            }
        }

        for (var at = 0; at < _matches.Length; at++)
        {
            if (_matches[at] != None && meant[_matches[at]] != at)
            {
                _matches[at] = None;
            }
        }

        _taken.UnionWith(meant.Keys);
    }

    private bool HasNeighbour(int at) =>
        (at > 0 && _matches[at - 1] == _matches[at] - 1 && _matches[at] > 0)
        || (at + 1 < _matches.Length && _matches[at + 1] == _matches[at] + 1);

    private bool Contains(long place)
    {
        var at = FirstBehind(_places, place);
        return at < _places.Count && _places[at].From <= place;
    }

    // The first range that ends behind a place.
    private static int FirstBehind(List<(long From, long End)> ranges, long place)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // The smallest runs that hold the same records in another order: a run ends where nothing smaller follows.
    private void TellReordered(ICollection<AuditFinding> findings)
    {
        var matched = _matches.Where(match => match != None).ToArray();
        var sorted = matched.Order().ToArray();
        var largest = None;
        var first = 0;
        for (var at = 0; at < matched.Length; at++)
        {
            largest = Math.Max(largest, matched[at]);
            if (largest != sorted[at])
            {
                continue;
            }

            if (at > first)
            {
                findings.Add(new AuditFinding(AuditFindingKind.Reordered, sorted[first], sorted[at]));
                _moved.UnionWith(sorted[first..(at + 1)]);
            }

            first = at + 1;
        }
    }

    private void PairByNumber(ICollection<AuditFinding> findings)
    {
        for (var at = 0; at < _matches.Length; at++)
        {
            var own = _observed[at].Own;
            if (_matches[at] == None && Contains(own) && _taken.Add(own))
            {
                _matches[at] = own;
                _moved.Add(own);
                findings.Add(AuditFinding.At(AuditFindingKind.Altered, own));
            }
        }
    }

    // The places that no record has taken, as ranges.
    private List<(long From, long End)> Free()
    {
        var free = new List<(long From, long End)>();
        var taken = _taken.Order().ToArray();
        var next = 0;
        foreach (var (from, end) in _places)
        {
            var begin = from;
            for (; next < taken.Length && taken[next] < end; next++)
            {
                if (begin < taken[next])
                {
                    free.Add((begin, taken[next]));
                }

                begin = taken[next] + 1;
            }

            if (begin < end)
            {
                free.Add((begin, end));
            }
        }

        return free;
    }

    private void TellRest(ICollection<AuditFinding> findings, List<(long From, long End)> free)
    {
        var behind = NextMatches();
        var before = _evidence.Start.Size - 1;
        for (var at = 0; at < _matches.Length; at++)
        {
            if (_matches[at] != None)
            {
                before = _matches[at];
                continue;
            }

            before = Math.Max(before, LastInPlaceBefore(at));
            var range = FirstBehind(free, before);
            if (range < free.Count && free[range].From < behind[at])
            {
                var (from, end) = free[range];
                if (_evidence.LeafHashes is not null || _observed[at].Own != None)
                {
                    findings.Add(AuditFinding.At(AuditFindingKind.Altered, from));
                }

                free[range] = (from + 1, end);
                if (from + 1 == end)
                {
                    free.RemoveAt(range);
                }
            }
            else
            {
                findings.Add(AuditFinding.At(AuditFindingKind.Inserted, _observed[at].Position));
            }
        }

        foreach (var (from, end) in free)
        {
            var isAtEnd = end == _end && !_taken.Contains(end - 1);
            findings.Add(new AuditFinding(
                isAtEnd ? AuditFindingKind.Truncated : AuditFindingKind.Missing, from, end - 1));
        }
    }

    // Between two stretches all records stood in their places.
    private long LastInPlaceBefore(int at) =>
        at == 0 || _observed[at - 1].Position + 1 < _observed[at].Position ? _observed[at].Position - 1 : None;

    private long[] NextMatches()
    {
        var next = new long[_matches.Length];
        var behind = _end;
        for (var at = _matches.Length - 1; at >= 0; at--)
        {
            if (at + 1 < _matches.Length && _observed[at].Position + 1 < _observed[at + 1].Position)
            {
                behind = _observed[at].Position + 1;
            }

            next[at] = behind;
            behind = _matches[at] != None ? _matches[at] : behind;
        }

        return next;
    }

    private sealed class ByPosition : IComparer<ObservedRecord>
    {
        public static ByPosition Instance { get; } = new();

        public int Compare(ObservedRecord x, ObservedRecord y) => x.Position.CompareTo(y.Position);
    }
}
