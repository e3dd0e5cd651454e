namespace AmlSecurity.Domain.Auditing;

/// <summary>The places of a log that no record has taken, as ranges.</summary>
internal sealed class FreePlaces
{
    private readonly List<(long From, long End)> _ranges = [];

    public FreePlaces(long start, long end, IEnumerable<long> taken)
    {
        var begin = start;
        foreach (var place in taken.Order())
        {
            if (begin < place)
            {
                _ranges.Add((begin, place));
            }

            begin = place + 1;
        }

        if (begin < end)
        {
            _ranges.Add((begin, end));
        }
    }

    /// <summary>Gets the ranges that are left; each ends before its second number.</summary>
    public IEnumerable<(long From, long End)> Rest => _ranges.Where(range => range.From < range.End);

    /// <summary>Takes the first place between two neighbours; null if there is none.</summary>
    public long? Take(long before, long behind)
    {
        var at = FirstEndingBehind(before);
        while (at < _ranges.Count && _ranges[at].From == _ranges[at].End)
        {
            at++;
        }

        if (at == _ranges.Count || _ranges[at].From <= before || _ranges[at].From >= behind)
        {
            return null;
        }

        var (from, end) = _ranges[at];
        _ranges[at] = (from + 1, end);
        return from;
    }

    private int FirstEndingBehind(long place)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
