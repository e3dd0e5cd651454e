namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Entries that are asked as one whether they match a name, however many they are.</summary>
internal sealed class PatternSet
{
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActionPattern>> _byHead = new(StringComparer.Ordinal);
    private readonly WildcardReading _reading;

    public PatternSet(IEnumerable<ActionPattern> patterns, WildcardReading reading)
    {
        _reading = reading;
        foreach (var pattern in patterns)
        {
            if (pattern.Shape == ActionPatternShape.Exact)
            {
                _exact.Add(pattern.Canonical);
            }
            else if (pattern.Shape != ActionPatternShape.Unmatchable)
            {
                if (!_byHead.TryGetValue(pattern.Head, out var sameHead))
                {
                    _byHead.Add(pattern.Head, sameHead = []);
                }

                sameHead.Add(pattern);
            }
        }
    }

    public bool IsEmpty => _exact.Count == 0 && _byHead.Count == 0;

    public bool Contains(string name)
    {
        if (_exact.Contains(name))
        {
            return true;
        }

        if (_byHead.Count == 0)
        {
            return false;
        }

        var heads = _byHead.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = 0; ;)
        {
            if (heads.TryGetValue(name.AsSpan(0, end), out var patterns))
            {
                foreach (var pattern in patterns)
                {
                    if (PatternAlgebra.Contains(pattern, name, _reading))
                    {
                        return true;
                    }
                }
            }

            var slash = name.IndexOf('/', end);
            if (slash < 0)
            {
                return false;
            }

            end = slash + 1;
        }
    }
}
