using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds the words that a caller guards, in any case, where no letter stands beside them.</summary>
internal static class GuardedWordScan
{
    public static void Run(ReadOnlySpan<char> text, ImmutableArray<string> words, PrivacyScan scan)
    {
        foreach (var word in words)
        {
            for (var at = TextRun.Find(text, 0, word, ignoreCase: true); at >= 0;)
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
                {
                    scan.Add(PrivacyFindingKind.GuardedWord, at, word.Length, text.Length);
                }

                at = TextRun.Find(text, at + 1, word, ignoreCase: true);
            }
        }
    }
}
