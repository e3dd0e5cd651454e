using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>The table of text types: one row a type. A text type without a row fails a test.</summary>
internal static class TextTypes
{
    public static IReadOnlyList<TextTypeExample> All { get; } =
    [
        TextTypeExample.Of<RuleId>("NET-05.3", bad: "net-05"),
        TextTypeExample.Of<RuleSet>("2020-03-13", bad: "2020-03-12"),
    ];
}
