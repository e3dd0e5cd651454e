using System.Buffers;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds values that look made by chance under a name that says secret, and passwords of mixed characters
/// under one that says password.</summary>
/// <remarks>
/// Chance is measured by how often the kind of character changes, 45 in 100 times in base64 and under 30 in most
/// words written together; a capital before small letters begins a word and does not count, nor does what joins words.
/// Fewer changes suffice where few small letters stand three in a row or more. In one case and unjoined, 32 characters
/// with three digits are no word.
/// </remarks>
internal static class NamedSecretScan
{
    private const int ShortestPassword = 8;
    private const int ShortestSecret = 16;
    private const int Longest = 4_096;
    private const int ShortestUnjoined = 32;
    private const int FewestDigits = 3;
    private const double ManyChanges = 0.33;
    private const double SomeChanges = 0.15;
    private const double FewInWords = 0.35;

    // Numbers, dates and times.
    private static readonly SearchValues<char> Times = SearchValues.Create("+-.:TZ0123456789");

    public static void Run(ReadOnlySpan<char> text, ReadOnlySpan<char> name, PrivacyScan scan)
    {
        var naming = SecretNaming.Of(name);
        var value = text.Trim();
        if (!naming.SaysSecret || value.Length is < ShortestPassword or > Longest || IsReference(value))
        {
            return;
        }

        var isPassword = naming.SaysPassword && Kinds(value) >= 3;
        if ((isPassword || IsChance(value)) && PrivacyScan.IsVaried(value))
        {
            scan.Add(PrivacyFindingKind.NamedSecret, text.IndexOf(value), value.Length, text.Length);
        }
    }

    // What points to a secret is none: expressions, paths, addresses, ids.
    private static bool IsReference(ReadOnlySpan<char> value) =>
        PrivacyScan.IsPlaceholder(value)
        || value[0] is '@' or '$' or '%' or '/' or '.' or '~'
        || value.Contains("://", StringComparison.Ordinal)
        || value.Contains(":\\", StringComparison.Ordinal)
        || !value.ContainsAnyExcept(Times)
        || Plaintext.IsGuid(value);

    private static bool IsChance(ReadOnlySpan<char> value)
    {
        var (changes, inWords, digits, run) = (0, 0, 0, 0);
        for (var at = 0; at < value.Length; at++)
        {
            var here = KindOf(value[at]);
            var before = at == 0 ? here : KindOf(value[at - 1]);
            changes += before != here && before != '-' && here != '-' && (before, here) != ('A', 'a') ? 1 : 0;
            digits += here == '0' ? 1 : 0;
            run = here == 'a' ? run + 1 : 0;
            inWords += run switch { < 3 => 0, 3 => 3, _ => 1 };
        }

        if (value.Length < ShortestSecret || digits == 0)
        {
            return false;
        }

        var isMixed = value.ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z');
        return (value.Length >= ShortestUnjoined && !isMixed && digits >= FewestDigits && Kinds(value) == 2
                && !value.ContainsAnyExcept(TextRun.Base62))
            || changes >= ManyChanges * (value.Length - 1)
            || (isMixed && changes >= SomeChanges * (value.Length - 1) && inWords <= FewInWords * value.Length);
    }

    private static int Kinds(ReadOnlySpan<char> value)
    {
        var (upper, lower, digit, other) = (0, 0, 0, 0);
        foreach (var character in value)
        {
            switch (KindOf(character))
            {
                case 'A': upper = 1; break;
                case 'a': lower = 1; break;
                case '0': digit = 1; break;
                default: other = 1; break;
            }
        }

        return upper + lower + digit + other;
    }

    private static char KindOf(char character) => character switch
    {
        >= 'A' and <= 'Z' => 'A',
        >= 'a' and <= 'z' => 'a',
        >= '0' and <= '9' => '0',
        _ => '-',
    };
}
