using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests;

/// <summary>What holds for the words of every finding, whatever it is about.</summary>
internal static class FindingTexts
{
    /// <summary>Asserts that each finding says what is wrong and, if anything, what to do, and gives the findings
    /// back.</summary>
    public static ImmutableArray<Finding> ThatSpeak(this ImmutableArray<Finding> findings)
    {
        Assert.All(findings, finding =>
        {
            AssertSpeaks(finding.Message);
            if (finding.Remedy is { } remedy)
            {
                AssertSpeaks(remedy);
            }

            Assert.StartsWith("$", finding.Path, StringComparison.Ordinal);
        });
        return findings;
    }

    private static void AssertSpeaks(string text)
    {
        Assert.Contains(' ', text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.NotEqual('.', text[^1]);
    }
}
