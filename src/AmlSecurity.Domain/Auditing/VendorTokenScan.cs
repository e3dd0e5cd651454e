namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds tokens by their published beginnings. A pass a format, each linear.</summary>
internal static class VendorTokenScan
{
    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        foreach (var format in VendorTokenFormat.All)
        {
            Run(text, format, scan);
        }
    }

    private static void Run(ReadOnlySpan<char> text, VendorTokenFormat format, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, format.Prefix); at >= 0;)
        {
            var start = at + format.Prefix.Length;
            var end = TextRun.End(text, start, format.Alphabet);
            var length = end - start;
            if (length >= format.Least
                && (format.Most == 0 || length <= format.Most)
                && TextRun.StartsWord(text, at)
                && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]))
                && IsChance(text[start..end]))
            {
                scan.Add(PrivacyFindingKind.ServiceToken, at, end - at, text.Length);
            }

            at = TextRun.Find(text, Math.Max(start, end), format.Prefix);
        }
    }

    // Words joined by dashes have no digit among them, or have no variety.
    private static bool IsChance(ReadOnlySpan<char> text) =>
        PrivacyScan.IsVaried(text) && text.ContainsAnyInRange('0', '9');
}
