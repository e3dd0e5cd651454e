using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds e-mail addresses, sign-in names of the same form, and sign-in names of guests.</summary>
internal static class MailAddressScan
{
    private const string GuestMark = "#EXT#";
    private const int LongestLocalPart = 113;
    private const int LongestDomain = 253;

    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("#%'+-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Domain =
        SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, GuestMark, ignoreCase: true); at >= 0;)
        {
            var end = at + GuestMark.Length;
            var start = Start(text, at);
            if (start < at)
            {
                var domain = end < text.Length && text[end] == '@' ? DomainEnd(text, end + 1) : -1;
                scan.Add(PrivacyFindingKind.GuestName, start, Math.Max(end, domain) - start, text.Length);
            }

            at = TextRun.Find(text, end, GuestMark, ignoreCase: true);
        }

        for (var at = TextRun.Find(text, 0, "@"); at >= 0; at = TextRun.Find(text, at + 1, "@"))
        {
            var start = Start(text, at);
            var end = DomainEnd(text, at + 1);
            if (start < at && end > 0 && !IsTechnical(text, start, at))
            {
                scan.Add(PrivacyFindingKind.MailAddress, start, end - start, text.Length);
            }
        }
    }

    private static int Start(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - LongestLocalPart);
        var outside = text[from..end].LastIndexOfAnyExcept(LocalPart);
        var start = from + outside + 1;
        while (start < end && !char.IsAsciiLetterOrDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    // The end of a domain of two labels or more, of which the first has not digits alone and the last begins with two
    // letters; what a name joins to it by a dash is left out.
    private static int DomainEnd(ReadOnlySpan<char> text, int from)
    {
        var rest = text[from..Math.Min(text.Length, from + LongestDomain)];
        var length = rest.IndexOfAnyExcept(Domain);
        var domain = length < 0 ? rest : rest[..length];
        var first = domain.IndexOf('.');
        if (first < 1 || !domain[..first].ContainsAnyExceptInRange('0', '9'))
        {
            return -1;
        }

        for (var dot = domain.LastIndexOf('.'); dot > 0; dot = domain[..dot].LastIndexOf('.'))
        {
            var label = domain[(dot + 1)..];
            var other = label.IndexOfAnyExcept(Letters);
            var letters = other < 0 ? label.Length : other;
            if (letters > 1 && (other < 0 || label[other] is '-' or '.'))
            {
                return from + dot + 1 + letters;
            }
        }

        return -1;
    }

    // The user of a repository, and of an address with a scheme, is an account of a machine.
    private static bool IsTechnical(ReadOnlySpan<char> text, int start, int at) =>
        text[start..at] is "git" || text[..start].EndsWith("://");
}
