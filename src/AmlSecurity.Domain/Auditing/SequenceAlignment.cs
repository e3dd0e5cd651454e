namespace AmlSecurity.Domain.Auditing;

/// <summary>Aligns records with the places of a log, from the first that did not stand in its place.</summary>
/// <remarks>
/// With leaf hashes, a record is that of its hash; without, and behind the last hash, that of its own number. What is
/// left of both sides is paired as altered: first by number, then by order between the same neighbours.
/// </remarks>
internal sealed class SequenceAlignment
{
    private const long None = -1;

    private readonly AuditEvidence _evidence;
    private readonly List<ObservedRecord> _observed;
    private readonly long _start;
    private readonly long _hashed;
    private readonly long _end;
    private readonly long[] _matches;
    private readonly HashSet<long> _taken = [];
    private readonly HashSet<long> _moved = [];

    /// <summary>Aligns.</summary>
    /// <param name="evidence">What was kept.</param>
    /// <param name="observed">The records from the first that did not fit.</param>
    /// <param name="start">The first place that none has taken.</param>
    /// <param name="committedSize">How many records there must be.</param>
    public SequenceAlignment(
        AuditEvidence evidence, List<ObservedRecord> observed, long start, long committedSize)
    {
        _evidence = evidence;
        _observed = observed;
        _start = start;
        _hashed = evidence.Start.Size + (evidence.LeafHashes?.Length ?? 0);
        _end = Math.Max(Math.Max(committedSize, _hashed), start);
        for (var at = 0; at < observed.Count; at++)
        {
            _end = IsCredible(at) ? Math.Max(_end, observed[at].Own + 1) : _end;
        }

        _matches = new long[observed.Count];
        Array.Fill(_matches, None);
        Match();
        Rejoins = _taken.Any(place => place < _hashed);
    }

    /// <summary>Gets a value indicating whether any of the records is that of a leaf hash.</summary>
    public bool Rejoins { get; }

    /// <summary>Tells what is altered, missing, inserted or in another order.</summary>
    public void Tell(List<AuditFinding> findings)
    {
        TellReordered(findings);
        PairByNumber(findings);
        TellRest(findings);
    }

    /// <summary>Determines whether a record is one that was expected, in its order.</summary>
    public bool IsInOrder(int at) => _matches[at] != None && !_moved.Contains(_matches[at]);

    /// <summary>Gets the leaf hashes of the places that have their record, in whatever order they were read.</summary>
    public Dictionary<long, Hash256> LeavesByPlace()
    {
        var leaves = new Dictionary<long, Hash256>();
        for (var at = 0; at < _matches.Length; at++)
        {
            if (_matches[at] != None)
            {
                leaves[_matches[at]] = _observed[at].Leaf;
            }
        }

        return leaves;
    }

    // A number beyond the count is believed if a neighbour has the number beside it; without leaf hashes the last one
    // is as well, because records before it may be gone.
    private bool IsCredible(int at)
    {
        var own = _observed[at].Own;
        return own <= _observed[^1].Position
            || (at == _observed.Count - 1 && _evidence.LeafHashes is null)
            || (at > 0 && _observed[at - 1].Own == own - 1)
            || (at + 1 < _observed.Count && _observed[at + 1].Own == own + 1);
    }

    private void Match()
    {
        var (count, end) = (_observed.Count, _end);
        while (count > 0 && end > _start && Is(_observed[count - 1], end - 1))
        {
            Take(--count, --end);
        }

        var places = PlacesOf(count, end);
        var candidates = new Dictionary<long, int>();
        for (var at = 0; at < count; at++)
        {
            var place = places[at];
            if (place != None
                && (!candidates.TryGetValue(place, out var other)
                    || (!HasNeighbour(places, other) && HasNeighbour(places, at))))
            {
                candidates[place] = at;
            }
        }

        foreach (var (place, at) in candidates)
        {
            Take(at, place);
        }
    }

    private void Take(int at, long place)
    {
        _matches[at] = place;
        _taken.Add(place);
    }

    private bool Is(ObservedRecord record, long place) => place < _hashed && _evidence.LeafHashes is { } hashes
        ? hashes[(int)(place - _evidence.Start.Size)] == record.Leaf
        : record.Own == place;

    // Which of the places that are not in order each record is of, be it that several are of one.
    private long[] PlacesOf(int count, long end)
    {
        var known = new Dictionary<Hash256, long>();
        if (_evidence.LeafHashes is { } hashes && count > 0)
        {
            for (var place = _start; place < Math.Min(_hashed, end); place++)
            {
                known.TryAdd(hashes[(int)(place - _evidence.Start.Size)], place);
            }
        }

        var places = new long[count];
        for (var at = 0; at < places.Length; at++)
        {
            var record = _observed[at];
            places[at] = known.TryGetValue(record.Leaf, out var place) ? place
                : record.Own >= Math.Max(_start, _evidence.LeafHashes is null ? _start : _hashed)
                    && record.Own < end && IsCredible(at) ? record.Own
                : None;
        }

        return places;
    }

    // Read behind the record before it in the log, or before the one behind it.
    private static bool HasNeighbour(long[] places, int at) =>
        (at > 0 && places[at - 1] != None && places[at - 1] == places[at] - 1)
        || (at + 1 < places.Length && places[at + 1] == places[at] + 1);

    // The smallest runs that hold the same records in another order: a run ends where nothing smaller follows.
    private void TellReordered(List<AuditFinding> findings)
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

    private void PairByNumber(List<AuditFinding> findings)
    {
        for (var at = 0; at < _matches.Length; at++)
        {
            var own = _observed[at].Own;
            if (_matches[at] == None && own >= _start && own < _end && !_taken.Contains(own))
            {
                Take(at, own);
                _moved.Add(own);
                findings.Add(AuditFinding.At(AuditFindingKind.Altered, own));
            }
        }
    }

    private void TellRest(List<AuditFinding> findings)
    {
        var free = new FreePlaces(_start, _end, _taken);
        var before = _start - 1;
        for (var at = 0; at < _matches.Length; at++)
        {
            if (_matches[at] != None)
            {
                before = _matches[at];
                continue;
            }

            var run = at;
            while (run < _matches.Length && _matches[run] == None)
            {
                run++;
            }

            var behind = run < _matches.Length ? _matches[run] : _end;
            for (; at < run; at++)
            {
                Tell(findings, at, free.Take(before, behind));
            }

            at--;
        }

        foreach (var (from, end) in free.Rest)
        {
            var kind = end == _end ? AuditFindingKind.Truncated : AuditFindingKind.Missing;
            findings.Add(new AuditFinding(kind, from, end - 1));
        }
    }

    // A record that leaves the format is told as such; without leaf hashes nothing more is known of it.
    private void Tell(List<AuditFinding> findings, int at, long? place)
    {
        if (place is null)
        {
            findings.Add(AuditFinding.At(AuditFindingKind.Inserted, _observed[at].Position));
        }
        else if (place < _hashed || _observed[at].Own != None)
        {
            findings.Add(AuditFinding.At(AuditFindingKind.Altered, place.Value));
        }
    }
}
