using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds telephone numbers with a country code (E.164) and those of North America.</summary>
internal static class PhoneNumberScan
{
    private const int Longest = 24;

    private static readonly SearchValues<char> Parts = SearchValues.Create(" ().-0123456789");

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, "+"); at >= 0; at = TextRun.Find(text, at + 1, "+"))
        {
            var length = International(text, at);
            if (length > 0)
            {
                scan.Add(PrivacyFindingKind.PhoneNumber, at, length, text.Length);
            }
        }

        // 425-555-0100 and (425) 555-0100: the middle dash is the anchor.
        for (var at = TextRun.Find(text, 0, "-"); at >= 0; at = TextRun.Find(text, at + 1, "-"))
        {
            var start = NationalStart(text, at);
            if (start >= 0)
            {
                scan.Add(PrivacyFindingKind.PhoneNumber, start, at + 5 - start, text.Length);
            }
        }
    }

    private static int International(ReadOnlySpan<char> text, int plus)
    {
        if (!TextRun.StartsWord(text, plus))
        {
            return 0;
        }

        var rest = text[(plus + 1)..Math.Min(text.Length, plus + 1 + Longest)];
        var length = rest.IndexOfAnyExcept(Parts);
        var number = (length < 0 ? rest : rest[..length]).TrimEnd(" ().-");
        var digits = 0;
        foreach (var character in number)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        var end = plus + 1 + number.Length;
        return digits is >= 8 and <= 15
            && number[0] is >= '1' and <= '9'
            && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            ? number.Length + 1
            : 0;
    }

    // Area code, exchange and what separates them are 7 to 9 characters.
    private static int NationalStart(ReadOnlySpan<char> text, int dash)
    {
        var end = dash + 5;
        for (var start = dash - 7; start >= Math.Max(0, dash - 9); start--)
        {
            if (end <= text.Length
                && IsNational(text[start..end])
                && IsEdge(text, start - 1)
                && IsEdge(text, end))
            {
                return start;
            }
        }

        return -1;
    }

    // Area and exchange do not begin with 0 or 1.
    private static bool IsNational(ReadOnlySpan<char> text) => text switch
    {
        [_, _, _, '-', _, _, _, '-', _, _, _, _] => AreDigits(text[..3], text[4..7], text[8..]),
        ['(', _, _, _, ')', _, _, _, '-', _, _, _, _] => AreDigits(text[1..4], text[5..8], text[9..]),
        ['(', _, _, _, ')', ' ', _, _, _, '-', _, _, _, _] => AreDigits(text[1..4], text[6..9], text[10..]),
        _ => false,
    };

    private static bool AreDigits(ReadOnlySpan<char> area, ReadOnlySpan<char> exchange, ReadOnlySpan<char> line) =>
        area[0] >= '2'
        && exchange[0] >= '2'
        && !area.ContainsAnyExceptInRange('0', '9')
        && !exchange.ContainsAnyExceptInRange('0', '9')
        && !line.ContainsAnyExceptInRange('0', '9');

    private static bool IsEdge(ReadOnlySpan<char> text, int at) =>
        at < 0 || at >= text.Length || !(char.IsLetterOrDigit(text[at]) || text[at] is '-' or '.');
}
