using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds signed tokens by their header (RFC 7519, RFC 7515 section 4.1.1).</summary>
internal static class SignedTokenScan
{
    // {" in base64url, with which every compact header begins.
    private const string Start = "eyJ";
    private const int LongestHeader = 8_192;

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, Start); at >= 0;)
        {
            var header = TextRun.End(text, at, TextRun.Base64Url);
            var payload = PartAfter(text, header);
            var signature = PartAfter(text, payload);
            if (signature > 0 && TextRun.StartsWord(text, at) && IsHeader(text[at..header]))
            {
                scan.Add(PrivacyFindingKind.SignedToken, at, signature - at, text.Length);
                header = signature;
            }

            // What follows in the same run is not looked at again: a header begins its run, or follows a dash or an
            // underscore that a name was joined by.
            at = TextRun.Find(text, header, Start);
        }
    }

    // The end of the part behind a dot, or -1.
    private static int PartAfter(ReadOnlySpan<char> text, int dot) =>
        dot >= 0 && dot < text.Length && text[dot] == '.' ? TextRun.End(text, dot + 1, TextRun.Base64Url) : -1;

    private static bool IsHeader(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestHeader)
        {
            return false;
        }

        Span<byte> decoded = stackalloc byte[512];
        var rented = text.Length > 512 ? ArrayPool<byte>.Shared.Rent(text.Length) : null;
        try
        {
            var target = rented ?? decoded;
            return Base64Url.DecodeFromChars(text, target, out _, out var written) == OperationStatus.Done
                && HasAlgorithm(target[..written]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            }
        }
    }

    private static bool HasAlgorithm(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var found = false;
        try
        {
            while (reader.Read())
            {
                found |= reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }
                    && reader.ValueTextEquals("alg");
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }

        return found;
    }
}
