using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Compatibility;

/// <summary>Whether one combination is supported, under each of three rule sets.</summary>
internal sealed record SupportRow(string Subject, ImmutableArray<string> Answers)
{
    public static ImmutableArray<RuleSet> RuleSets { get; } = [RuleSet.March2020, RuleSet.July2020, RuleSet.Current];

    public static ImmutableArray<SupportRow> All { get; } =
        [.. Enum.GetValues<SupportSubject>().Select(subject => new SupportRow(
            TourDocument.Word(subject),
            [.. RuleSets.Select(rules => Words(SupportTable.Find(subject, rules)))]))];

    private static string Words(SupportAnswer answer) => answer switch
    {
        SupportAnswer.Supported yes => $"yes ({yes.Fact.Rule})",
        SupportAnswer.NotSupported { Fact.Alternative: { } instead } no => $"no ({no.Fact.Rule}): {instead}",
        SupportAnswer.NotSupported no => $"no ({no.Fact.Rule})",
        _ => "not stated",
    };
}
