using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds addresses on the public Internet (RFC 791, RFC 4291).</summary>
/// <remarks>Not those of private networks, the machine itself or many machines (RFC 1918, 6598, 6890), and no ranges.
/// Four numbers that begin under 13 are a version, unless the name of the variable says address.</remarks>
internal static class NetworkAddressScan
{
    private const int LowestWithoutName = 13;
    private const int LongestVersion6 = 39;

    private static readonly SearchValues<char> Version4 = SearchValues.Create(".0123456789");
    private static readonly SearchValues<char> Version6 = SearchValues.Create(":0123456789ABCDEFabcdef");

    public static void Run(ReadOnlySpan<char> text, ReadOnlySpan<char> name, PrivacyScan scan)
    {
        var isNamed = SecretNaming.Of(name).SaysAddress;
        for (var at = 0; Next(text, at, Version4) is var (start, end) && start < text.Length; at = end)
        {
            var stop = start + text[start..end].TrimEnd('.').Length;
            if (IsFree(text, start, end) && IsVersion4(text[start..stop], isNamed))
            {
                scan.Add(PrivacyFindingKind.NetworkAddress, start, stop - start, text.Length);
            }
        }

        for (var at = 0; Next(text, at, Version6) is var (start, end) && start < text.Length; at = end)
        {
            if (end - start <= LongestVersion6
                && IsFree(text, start, end)
                && Version6Address.IsPublic(text[start..end]))
            {
                scan.Add(PrivacyFindingKind.NetworkAddress, start, end - start, text.Length);
            }
        }
    }

    private static (int Start, int End) Next(ReadOnlySpan<char> text, int from, SearchValues<char> alphabet)
    {
        var start = text[from..].IndexOfAny(alphabet);
        return start < 0
            ? (text.Length, text.Length)
            : (from + start, TextRun.End(text, from + start, alphabet));
    }

    // Behind a slash stands the length of a range.
    private static bool IsFree(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || (!char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is not ('.' or '+')))
        && (end == text.Length || (!char.IsLetterOrDigit(text[end]) && !(text[end] == '/' && IsDigit(text, end + 1))));

    private static bool IsDigit(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsVersion4(ReadOnlySpan<char> text, bool isNamed)
    {
        Span<int> octets = stackalloc int[4];
        var count = 0;
        foreach (var part in text.Split('.'))
        {
            var digits = text[part];
            if (count == 4 || digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0'))
            {
                return false;
            }

            var octet = 0;
            foreach (var digit in digits)
            {
                octet = (octet * 10) + (digit - '0');
            }

            if (octet > 255)
            {
                return false;
            }

            octets[count++] = octet;
        }

        return count == 4 && (isNamed || octets[0] >= LowestWithoutName) && IsPublic(octets[0], octets[1]);
    }

    private static bool IsPublic(int first, int second) => (first, second) switch
    {
        (0 or 10 or 127 or >= 224, _) => false,
        (100, >= 64 and <= 127) => false,
        (169, 254) => false,
        (172, >= 16 and <= 31) => false,
        (192, 168) => false,
        _ => true,
    };
}
