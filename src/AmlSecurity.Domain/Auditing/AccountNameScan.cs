using System.Buffers;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds names of accounts such as <c>CONTOSO\jdoe</c>.</summary>
/// <remarks>The domain is in capitals, 2 to 15 characters; a small one cannot be told from a folder, nor can a name
/// that ends as files do. The accounts of the system are nobody's.</remarks>
internal static class AccountNameScan
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> DomainPart =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> UserPart =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly ImmutableArray<string> FileEnds =
    [
        ".csv", ".txt", ".py", ".json", ".zip", ".dll", ".exe", ".log", ".yml", ".yaml", ".md", ".pkl", ".parquet",
    ];

    public static void Run(ReadOnlySpan<char> text, PrivacyScan scan)
    {
        for (var at = TextRun.Find(text, 0, "\\"); at >= 0; at = TextRun.Find(text, at + 1, "\\"))
        {
            var from = Math.Max(0, at - 16);
            var start = from + text[from..at].LastIndexOfAnyExcept(DomainPart) + 1;
            var end = TextRun.End(text, at + 1, UserPart);
            if (at - start is >= 2 and <= 15
                && end - at is > 2 and <= LongestName
                && char.IsAsciiLetterUpper(text[start])
                && IsFree(text, start, end)
                && !IsOfTheSystem(text[start..at])
                && !IsFile(text[(at + 1)..end]))
            {
                scan.Add(PrivacyFindingKind.AccountName, start, end - start, text.Length);
            }
        }
    }

    private static bool IsFree(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || (text[start - 1] is not ('\\' or '/' or ':' or '.' or '_')
            && !char.IsAsciiLetterLower(text[start - 1])))
        && (end == text.Length || text[end] is not ('\\' or '/'));

    private static bool IsOfTheSystem(ReadOnlySpan<char> domain) => domain is "BUILTIN" or "AUTHORITY" or "SERVICE";

    private static bool IsFile(ReadOnlySpan<char> user)
    {
        foreach (var end in FileEnds)
        {
            if (user.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
