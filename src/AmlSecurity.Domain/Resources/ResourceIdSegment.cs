using System.Buffers;
using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain.Resources;

/// <summary>Judges the characters of one segment of a resource id.</summary>
internal static class ResourceIdSegment
{
    private const string Plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"$%&'()*+,-.:;=@[]^_`|~";

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Plain);

    /// <summary>Finds the first character that no id may hold.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="placeholder">The offset of the first angle bracket or brace; -1 if there is none.</param>
    /// <returns>The fault; <see langword="null"/> if there is none.</returns>
    public static TextFault<ResourceIdFault>? Check(ReadOnlySpan<char> segment, out int placeholder)
    {
        placeholder = -1;
        if (segment is [] or "." or "..")
        {
            var kind = segment.IsEmpty
                ? ResourceIdFault.InterruptedByAnEmptySegment
                : ResourceIdFault.InterruptedByADotSegment;
            return new TextFault<ResourceIdFault>(kind, 0);
        }

        if (IsBlank(segment[0]) || IsBlank(segment[^1]))
        {
            return new TextFault<ResourceIdFault>(
                ResourceIdFault.SurroundedByBlanks, IsBlank(segment[0]) ? 0 : segment.Length - 1);
        }

        var at = segment.IndexOfAnyExcept(PlainCharacters);
        while (at >= 0 && at < segment.Length)
        {
            if (Judge(segment[at..], out var length) is { } wrong)
            {
                return new TextFault<ResourceIdFault>(wrong, at);
            }

            if (placeholder < 0 && segment[at] is '<' or '>' or '{' or '}')
            {
                placeholder = at;
            }

            at += length;
        }

        return null;
    }

    /// <summary>Determines whether a character is a space of any width; tabs and line ends are not.</summary>
    public static bool IsBlank(char character) =>
        character == ' '
        || (!char.IsAscii(character) && char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator);

    private static ResourceIdFault? Judge(ReadOnlySpan<char> text, out int length)
    {
        var status = Rune.DecodeFromUtf16(text, out var rune, out length);
        return text[0] switch
        {
            _ when status != OperationStatus.Done => ResourceIdFault.InterruptedByHalfACharacter,
            '\\' => ResourceIdFault.InterruptedByABackslash,
            '?' or '#' => ResourceIdFault.FollowedByAQueryOrAFragment,
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                ? ResourceIdFault.InterruptedByAControlCharacter
                : null,
        };
    }
}
