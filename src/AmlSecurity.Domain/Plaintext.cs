using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain;

/// <summary>Knows what may stand in names that people and logs will read, and how to quote what may not.</summary>
internal static class Plaintext
{
    /// <summary>Finds the first control character or unpaired surrogate.</summary>
    /// <returns>Its offset, or -1.</returns>
    public static int FirstBadCharacter(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
            {
                at++;
            }
            else if (char.IsControl(text[at]) || char.IsSurrogate(text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Quotes input in a message: in backticks, shortened, and without anything that steers a
    /// terminal.</summary>
    public static string Quote(string? text)
    {
        const int Longest = 256;
        var shown = (text ?? "").Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text ?? "";
        return $"`{string.Concat(shown.Select(c => Misleads(c) ? '?' : c))}`";
    }

    /// <summary>Turns the name of an enum member, or several, into words: <c>TrailingSlash</c> into <c>trailing
    /// slash</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var character in value.ToString())
        {
            if (char.IsAsciiLetterUpper(character) && words is { Length: > 0 } && words[^1] != ' ')
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }

    /// <summary>Determines whether a text is a GUID of the form <c>D</c>, with nothing around it.</summary>
    public static bool IsGuid(ReadOnlySpan<char> text)
    {
        // Guid.TryParseExact takes blanks around the text.
        for (var at = 0; at < text.Length; at++)
        {
            if (at is 8 or 13 or 18 or 23 ? text[at] != '-' : !char.IsAsciiHexDigit(text[at]))
            {
                return false;
            }
        }

        return text.Length == 36;
    }

    /// <summary>Determines whether a text is a GUID of the form <c>N</c>, with nothing around it.</summary>
    public static bool IsGuidWithoutDashes(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigit);

    // Format characters turn the direction of what follows or are not seen at all.
    private static bool Misleads(char character) =>
        character == '`'
        || char.IsControl(character)
        || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
