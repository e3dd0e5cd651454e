namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds bare keys of storage accounts: 64 bytes as base64, 86 characters and two of padding.</summary>
internal static class AccountKeyScan
{
    private const int Digits = 86;

    // The last of 86 digits has four bits that are used.
    private const string LastDigits = "AQgw";

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = text[at..].IndexOfAny(TextRun.Base64);
            if (start < 0)
            {
                return;
            }

            start += at;
            var end = TextRun.End(text, start, TextRun.Base64);
            if (end - start == Digits && text[end..].StartsWith("==") && IsKey(text[start..end])
                && !text[..start].EndsWith("sha512-", StringComparison.OrdinalIgnoreCase))
            {
                scan.Add(PrivacyFindingKind.StorageAccountKey, start, Digits + 2, text.Length);
            }

            at = end;
        }
    }

    private static bool IsKey(ReadOnlySpan<char> digits) =>
        LastDigits.Contains(digits[^1], StringComparison.Ordinal)
        && digits.ContainsAnyInRange('A', 'Z')
        && digits.ContainsAnyInRange('a', 'z')
        && digits.ContainsAnyInRange('0', '9');
}
