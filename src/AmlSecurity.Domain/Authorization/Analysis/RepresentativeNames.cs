namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Finds names that stand for all names, as far as some entries can tell them apart.</summary>
/// <remarks>
/// Take any name that is not itself an entry. Let u be the longest beginning of it that stands before the star of an
/// entry, and v the longest end of it that stands behind the star of an entry whose beginning u has. If u and v leave
/// segments between them, the entries match the name exactly if they match u, one unheard segment, v. If they do not,
/// the name is u and v put together, with or without an overlap. So the entries without a star, and for each u and v
/// these few names, are enough: their number is that of the beginnings times the ends that go with each.
/// </remarks>
internal static class RepresentativeNames
{
    /// <summary>Gets the names, those that stand in the entries first.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<ActionPattern> patterns)
    {
        var tails = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { [""] = [""] };
        foreach (var pattern in patterns.Where(PatternAlgebra.IsWellFormed))
        {
            if (pattern.Shape == ActionPatternShape.Exact)
            {
                yield return pattern.Canonical;
                continue;
            }

            var begin = pattern.Head.TrimEnd('/');
            if (!tails.TryGetValue(begin, out var ends))
            {
                tails.Add(begin, ends = new HashSet<string>(StringComparer.Ordinal) { "" });
            }

            ends.Add(pattern.Tail.TrimStart('/'));
        }

        var unheard = UnheardSegment(patterns);
        foreach (var begin in tails.Keys)
        {
            foreach (var end in EndsAlong(begin, tails))
            {
                foreach (var name in Join(begin, end, unheard))
                {
                    yield return name;
                }
            }
        }
    }

    private static HashSet<string> EndsAlong(string begin, Dictionary<string, HashSet<string>> tails)
    {
        var ends = new HashSet<string>(tails[begin], StringComparer.Ordinal);
        var above = begin;
        while (above.Length > 0)
        {
            above = above[..Math.Max(above.LastIndexOf('/'), 0)];
            if (tails.TryGetValue(above, out var more))
            {
                ends.UnionWith(more);
            }
        }

        return ends;
    }

    private static IEnumerable<string> Join(string begin, string end, string unheard)
    {
        yield return (begin, end) switch
        {
            // Two segments, so that the name has a provider.
            ("", "") => $"{unheard}/{unheard}",
            ("", _) => $"{unheard}/{end}",
            (_, "") => $"{begin}/{unheard}",
            _ => $"{begin}/{unheard}/{end}",
        };
        if (begin.Length == 0 || end.Length == 0)
        {
            if (begin.Length + end.Length > 0)
            {
                yield return begin + end;
            }

            yield break;
        }

        yield return $"{begin}/{end}";
        for (var at = 0; at < begin.Length; at = NextSegment(begin, at))
        {
            var overlap = begin.AsSpan(at);
            if (end.AsSpan().StartsWith(overlap, StringComparison.Ordinal)
                && (end.Length == overlap.Length || end[overlap.Length] == '/'))
            {
                yield return string.Concat(begin.AsSpan(0, at), end);
            }
        }
    }

    private static int NextSegment(string text, int at) =>
        text.IndexOf('/', at) is var slash and >= 0 ? slash + 1 : text.Length;

    private static string UnheardSegment(IReadOnlyCollection<ActionPattern> patterns)
    {
        var segment = "any";
        for (var number = 2; patterns.Any(pattern => pattern.Canonical.Contains(segment, StringComparison.Ordinal));)
        {
            segment = $"any{number++}";
        }

        return segment;
    }
}
