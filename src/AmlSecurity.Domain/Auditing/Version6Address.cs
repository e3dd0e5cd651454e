namespace AmlSecurity.Domain.Auditing;

/// <summary>Tells whether a text of digits and colons is an address of version 6 on the public Internet.</summary>
internal static class Version6Address
{
    private const int Groups = 8;

    /// <summary>Determines whether it is: eight groups, or fewer with one gap, of which one has three digits or
    /// more.</summary>
    public static bool IsPublic(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (text.Count(':') < 2 || (gap >= 0 && text[(gap + 2)..].Contains("::", StringComparison.Ordinal)))
        {
            return false;
        }

        var (groups, longest, empty) = (0, 0, 0);
        foreach (var part in text.Split(':'))
        {
            var length = text[part].Length;
            groups += length > 0 ? 1 : 0;
            empty += length == 0 ? 1 : 0;
            longest = Math.Max(longest, length);
        }

        var isWhole = gap < 0
            ? groups == Groups && empty == 0
            : groups is >= 3 and < Groups && empty == EmptyPartsOf(text, gap);
        return isWhole && longest is 3 or 4 && !IsLocal(text);
    }

    // A gap is one empty part, and one more where it is at an end of the text.
    private static int EmptyPartsOf(ReadOnlySpan<char> text, int gap) =>
        1 + (gap == 0 ? 1 : 0) + (gap + 2 == text.Length ? 1 : 0);

    // Unique local, link-local and multicast addresses (RFC 4193, RFC 4291).
    private static bool IsLocal(ReadOnlySpan<char> text) =>
        text.StartsWith("fc", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("fd", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("fe8", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("ff", StringComparison.OrdinalIgnoreCase);
}
