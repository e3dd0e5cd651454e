using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds secrets of Azure that carry a mark in their middle: client secrets and registry passwords.</summary>
internal static class MarkedSecretScan
{
    private static readonly SearchValues<char> ClientAlphabet =
        SearchValues.Create("-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Three characters, a digit, the mark, and 31 to 34 more.
    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        Find(text, scan, PrivacyFindingKind.ClientSecret, "Q~", ClientAlphabet, before: 4, least: 31, most: 34);
        Find(text, scan, PrivacyFindingKind.RegistryPassword, "+ACR", TextRun.Base64, before: 42, least: 6, most: 6);
    }

    private static void Find(
        ReadOnlySpan<char> text,
        PrivacyScan scan,
        PrivacyFindingKind kind,
        string mark,
        SearchValues<char> alphabet,
        int before,
        int least,
        int most)
    {
        for (var at = TextRun.Find(text, 0, mark); at >= 0;)
        {
            var end = TextRun.End(text, at, alphabet);
            var start = at - before;
            var after = end - at - mark.Length;
            if (start >= 0 && after >= least && after <= most && !text[start..at].ContainsAnyExcept(alphabet)
                && (kind != PrivacyFindingKind.ClientSecret || char.IsAsciiDigit(text[at - 1]))
                && PrivacyScan.IsVaried(text[(at + mark.Length)..end]))
            {
                scan.Add(kind, start, end - start, text.Length);
            }

            at = TextRun.Find(text, end, mark);
        }
    }
}
