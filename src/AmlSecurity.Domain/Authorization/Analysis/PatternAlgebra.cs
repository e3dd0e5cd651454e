namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Relates entries as sets of names: of all names, not of those in a list.</summary>
/// <remarks>
/// An entry with a star is the set of names with a given beginning and end, and at least so many segments. Such sets
/// are covered by others together only if one of the others covers them alone: whatever covers the name with an unheard
/// segment under the star covers every name of the set. Hence pairs are enough.
/// </remarks>
internal static class PatternAlgebra
{
    /// <summary>Determines whether an entry matches a lower-cased name.</summary>
    public static bool Contains(ActionPattern pattern, string name, WildcardReading reading) => pattern.Shape switch
    {
        ActionPatternShape.Exact => name == pattern.Canonical,
        ActionPatternShape.Unmatchable => false,
        _ => name.StartsWith(pattern.Head, StringComparison.Ordinal)
            && name.EndsWith(pattern.Tail, StringComparison.Ordinal)
            && (name.Length > pattern.Head.Length + pattern.Tail.Length
                || (HasShortest(pattern, reading) && name.Length == pattern.Head.Length + pattern.Tail.Length - 1)),
    };

    /// <summary>Determines whether every name that one entry matches is matched by another.</summary>
    public static bool Covers(ActionPattern wide, ActionPattern narrow, WildcardReading reading)
    {
        if (wide.Shape == ActionPatternShape.Unmatchable || narrow.Shape == ActionPatternShape.Unmatchable)
        {
            return false;
        }

        if (wide.Canonical == narrow.Canonical || narrow.Shape == ActionPatternShape.Exact)
        {
            return Contains(wide, narrow.Canonical, reading) || wide.Canonical == narrow.Canonical;
        }

        return wide.Shape != ActionPatternShape.Exact
            && narrow.Head.StartsWith(wide.Head, StringComparison.Ordinal)
            && narrow.Tail.EndsWith(wide.Tail, StringComparison.Ordinal)
            && (!HasShortest(narrow, reading) || Contains(wide, ShortestOf(narrow), reading));
    }

    /// <summary>Determines whether a name is matched by both entries.</summary>
    public static bool Meet(ActionPattern one, ActionPattern other, WildcardReading reading)
    {
        if (one.Shape == ActionPatternShape.Unmatchable || other.Shape == ActionPatternShape.Unmatchable)
        {
            return false;
        }

        if (one.Shape == ActionPatternShape.Exact)
        {
            return Contains(other, one.Canonical, reading);
        }

        if (other.Shape == ActionPatternShape.Exact)
        {
            return Contains(one, other.Canonical, reading);
        }

        return (Agree(one.Head, other.Head, fromEnd: false) && Agree(one.Tail, other.Tail, fromEnd: true))
            || (HasShortest(one, reading) && Contains(other, ShortestOf(one), reading))
            || (HasShortest(other, reading) && Contains(one, ShortestOf(other), reading));
    }

    /// <summary>Determines whether the star of an entry may cover nothing.</summary>
    public static bool HasShortest(ActionPattern pattern, WildcardReading reading) =>
        pattern.Shape == ActionPatternShape.Infix && reading == WildcardReading.Azure;

    /// <summary>Gets the name that an entry with an inner star matches where the star covers nothing.</summary>
    public static string ShortestOf(ActionPattern infix) => string.Concat(infix.Head.AsSpan()[..^1], infix.Tail);

    /// <summary>Determines whether an entry is made of segments that a name can have.</summary>
    public static bool IsWellFormed(ActionPattern pattern) =>
        pattern.Shape != ActionPatternShape.Unmatchable
        && ActionSyntax.ForeignCharacter(pattern.Canonical) is null
        && ActionSyntax.EmptySegment(pattern.Canonical) is null;

    private static bool Agree(string one, string other, bool fromEnd)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return fromEnd
            ? longer.EndsWith(shorter, StringComparison.Ordinal)
            : longer.StartsWith(shorter, StringComparison.Ordinal);
    }
}
