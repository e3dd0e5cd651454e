using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds the password in the user part of an address (RFC 3986, section 3.2.1).</summary>
internal static class AddressPasswordScan
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("/?#@ \t\r\n\"'<>\\");

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, "://"); at >= 0;)
        {
            var user = at + 3;
            var length = text[user..].IndexOfAny(Ends);
            var end = length < 0 ? text.Length : user + length;
            var colon = text[user..end].IndexOf(':');
            if (length >= 0 && text[end] == '@' && colon >= 0)
            {
                var password = user + colon + 1;
                if (!PrivacyScan.IsPlaceholder(text[password..end]) && text[password] is not ('$' or '%'))
                {
                    scan.Add(PrivacyFindingKind.AddressPassword, password, end - password, text.Length);
                }
            }

            at = TextRun.Find(text, end, "://");
        }
    }
}
