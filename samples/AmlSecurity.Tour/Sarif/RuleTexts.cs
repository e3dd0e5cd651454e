using System.Text.RegularExpressions;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Says what each rule is about, in the words of the pages on rules.</summary>
internal static partial class RuleTexts
{
    private static readonly Dictionary<string, string> Texts = Read();

    /// <summary>Gets everything that the page says of a rule.</summary>
    public static string Of(RuleId rule) => Texts.GetValueOrDefault(rule.Text, $"The rule {rule.Text}.");

    /// <summary>Gets its first sentence.</summary>
    public static string ShortOf(RuleId rule) => FirstSentence().Match(Of(rule)).Value;

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(RuleTexts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (Match bullet in Bullet().Matches(reader.ReadToEnd().ReplaceLineEndings("\n")))
            {
                foreach (var id in bullet.Groups["ids"].Value.Split(','))
                {
                    texts.TryAdd(id.Trim(), Blanks().Replace(bullet.Groups["text"].Value, " ").Trim());
                }
            }
        }

        return texts;
    }

    [GeneratedRegex(@"^- \*\*(?<ids>[^*]+)\*\*(?<text>.*(?:\n {2}.*)*)", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^.*?(?:[.](?=\s)|$)", RegexOptions.Singleline)]
    private static partial Regex FirstSentence();
}
