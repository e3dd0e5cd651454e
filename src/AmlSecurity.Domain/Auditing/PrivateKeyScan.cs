namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds private keys in PEM form (RFC 7468), cut off or not.</summary>
internal static class PrivateKeyScan
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";
    private const int LongestLabel = 40;

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, Begin); at >= 0;)
        {
            var label = text[(at + Begin.Length)..];
            var labelEnd = label[..Math.Min(label.Length, LongestLabel)].IndexOf(Dashes);
            if (labelEnd < 0 || !label[..labelEnd].EndsWith("PRIVATE KEY"))
            {
                at = TextRun.Find(text, at + Begin.Length, Begin);
                continue;
            }

            var body = at + Begin.Length + labelEnd + Dashes.Length;
            var end = TextRun.Find(text, body, End);
            var stop = end < 0 ? text.Length : end;
            if (stop > body)
            {
                scan.Add(PrivacyFindingKind.PrivateKey, body, stop - body, text.Length);
            }

            at = end < 0 ? -1 : TextRun.Find(text, end, Begin);
        }
    }
}
