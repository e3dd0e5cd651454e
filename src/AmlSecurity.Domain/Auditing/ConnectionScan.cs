using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds the secret members of connection strings and of shared access signatures.</summary>
internal static class ConnectionScan
{
    private const int AccountKeyLength = 88;
    private const int ShortestSharedKey = 40;
    private const int ShortestSignature = 40;

    // In a query the next pair begins with an ampersand; base64 padding belongs to the value.
    private static readonly SearchValues<char> Ends = SearchValues.Create(";&,\"' \r\n\t");

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        var marks = ConnectionMarks.Of(text);
        for (var at = 0; at < text.Length;)
        {
            var equals = text[at..].IndexOf('=');
            if (equals < 0)
            {
                return;
            }

            var name = NameBefore(text, at, at + equals);
            var value = at + equals + 1;
            var end = ValueEnd(text, value);
            if (Judge(name, text[value..end], marks) is { } kind)
            {
                scan.Add(kind, value, end - value, text.Length);
            }

            // A value may itself hold pairs, as a signature in a member of a connection string does.
            at = value;
        }
    }

    private static PrivacyFindingKind? Judge(
        ReadOnlySpan<char> name, ReadOnlySpan<char> value, ConnectionMarks marks) =>
        KindOf(name, value.Length, marks) is { } kind
        && !PrivacyScan.IsPlaceholder(value)
        && (kind == PrivacyFindingKind.ConnectionPassword || PrivacyScan.IsVaried(value))
            ? kind
            : null;

    private static PrivacyFindingKind? KindOf(ReadOnlySpan<char> name, int length, ConnectionMarks marks)
    {
        if (Is(name, "AccountKey") && length == AccountKeyLength)
        {
            return marks.HasEndpoint ? PrivacyFindingKind.CosmosKey : PrivacyFindingKind.StorageAccountKey;
        }

        if (Is(name, "SharedAccessKey") && length >= ShortestSharedKey)
        {
            return PrivacyFindingKind.SharedAccessKey;
        }

        if (Is(name, "sig") && marks.IsSignature && length >= ShortestSignature)
        {
            return PrivacyFindingKind.SharedAccessSignature;
        }

        return marks.IsDatabase && (Is(name, "Password") || Is(name, "Pwd"))
            ? PrivacyFindingKind.ConnectionPassword
            : null;
    }

    private static bool Is(ReadOnlySpan<char> name, string expected) =>
        name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> NameBefore(ReadOnlySpan<char> text, int from, int equals)
    {
        const int Longest = 32;
        var before = text[Math.Max(from, equals - Longest)..equals].TrimEnd();
        return before[(before.LastIndexOfAnyExcept(TextRun.Base62) + 1)..];
    }

    private static int ValueEnd(ReadOnlySpan<char> text, int from)
    {
        const int Longest = 512;
        var rest = text[from..Math.Min(text.Length, from + Longest)];
        var end = rest.IndexOfAny(Ends);
        return end < 0 ? from + rest.Length : from + end;
    }
}
