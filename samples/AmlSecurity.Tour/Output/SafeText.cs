using System.Globalization;
using System.Text;
using Spectre.Console;

namespace AmlSecurity.Tour.Output;

/// <summary>Makes text of an input fit to be printed: it steers neither the terminal nor the markup.</summary>
internal static class SafeText
{
    /// <summary>Shortens a text and puts a replacement for every character that is not one to see.</summary>
    public static string Plain(string? text, int longest = 400)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(IsVisible(rune) ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }

    /// <summary>Does the same for text that stands inside markup.</summary>
    public static string Markup(string? text, int longest = 400) => Plain(text, longest).EscapeMarkup();

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
