using System.Text;
using AmlSecurity.Domain.Tests.Conventions;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>Draws <c>docs/rules.md</c>, the index of all rules, from the pages of the rooms.</summary>
internal static class RulesPage
{
    public static string Path { get; } = Repository.PathOf("docs", "rules.md");

    public static string Draw()
    {
        var page = new StringBuilder(
            """
            # Rules

            Every rule of the source by its id, with the type that carries it; the page of the room names the tests that prove it. This index
            is drawn by `eng/draw-pages.sh`, and a test compares.

            | kind | means |
            |---|---|
            | `enforced` | the library refuses what breaks the rule, or makes nothing else |
            | `answered` | the library answers questions by the rule |
            | `context` | the library states the rule and leaves it to the host |

            In code a rule is a `RuleId`; decisions, refusals and findings carry it, and a test that proves it says so with
            `[Trait("Rule", "ENC-19")]`, so that `dotnet test --filter Rule=ENC-19` runs the proofs of one rule. Which rules hold on a date
            is the `RuleSet` of that date: `RuleSet.March2020` decides as the pages of 2020-03-13 say, `RuleSet.Current` as Azure does now.
            A fact that held for a time has an `EffectivePeriod`. A `Finding` is a rule, a severity, a place, a message and what helps.

            | rule | kind | type | page |
            |---|---|---|---|

            """);
        foreach (var row in RuleRow.ReadAll(Repository.PathOf("docs", "rules")).OrderBy(row => row.Rule, StringComparer.Ordinal))
        {
            var types = row.Types.Count == 0 ? "-" : string.Join(", ", row.Types.Select(type => $"`{type}`"));
            page.Append($"| {row.Rule} | {row.Kind} | {types} | [{row.Page[..^3]}](rules/{row.Page}) |\n");
        }

        return page.ToString();
    }
}
