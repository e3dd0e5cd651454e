using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Measures stretches of characters of one alphabet.</summary>
internal static class TextRun
{
    public static SearchValues<char> Base62 { get; } =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static SearchValues<char> Base64 { get; } =
        SearchValues.Create("+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static SearchValues<char> Base64Url { get; } =
        SearchValues.Create("-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Returns the first position from one on that is outside an alphabet.</summary>
    public static int End(ReadOnlySpan<char> text, int from, SearchValues<char> alphabet)
    {
        var length = text[from..].IndexOfAnyExcept(alphabet);
        return length < 0 ? text.Length : from + length;
    }

    /// <summary>Returns where a literal stands from a position on, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text, int from, string literal, bool ignoreCase = false)
    {
        var at = text[from..].IndexOf(
            literal, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Determines whether no letter and no digit stands before a position.</summary>
    public static bool StartsWord(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);
}
