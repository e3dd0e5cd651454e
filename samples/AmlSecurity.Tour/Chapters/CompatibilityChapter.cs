using System.Text.Json.Nodes;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Tour.Compatibility;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Which edition a layout needs, how to stay on Basic, what is supported, and what hosting targets can
/// do.</summary>
internal sealed class CompatibilityChapter : IChapter
{
    public string Name => "compatibility";

    public string Title => "Which edition a network layout needs, and what is supported";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var rows = TourTable.Of("rule", "scenario", "Enterprise", "Basic");
        foreach (var row in EditionTable.Rows)
        {
            rows.AddRow(row.Rule.Text, row.Scenario, "yes", row.Allows(Edition.Basic) ? "yes" : "[grey]no[/]");
        }

        console.Write(rows);
        console.MarkupLine("A layout that is partly several scenarios needs what the strictest of them needs.");
        var layouts = TourTable.Of("layout", "needs", "to stay on Basic");
        foreach (var layout in LayoutStory.All)
        {
            layouts.AddRow(
                SafeText.Markup($"{layout.Topology}"),
                SafeText.Markup($"{layout.Answer}"),
                SafeText.Markup($"{layout.Plan}"));
        }

        console.Write(layouts);
        var support = TourTable.Of(["combination", .. SupportRow.RuleSets.Select(rules => $"{rules}")]);
        foreach (var row in SupportRow.All)
        {
            support.AddRow([row.Subject, .. row.Answers.Select(answer => SafeText.Markup(answer))]);
        }

        console.MarkupLine("Support is another matter than the edition, and has dates:");
        console.Write(support);
        var targets = TourTable.Of("target", "key", "token", "certificate", "customer-managed key");
        foreach (var row in TargetRow.All)
        {
            targets.AddRow(row.Target, row.Key, row.Token, row.Certificate, SafeText.Markup(row.Encryption));
        }

        console.Write(targets);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["rows"] = TourDocument.List(EditionTable.Rows, row => new JsonObject
        {
            ["rule"] = row.Rule.Text,
            ["scenario"] = row.Scenario,
            ["leastEdition"] = TourDocument.Word(row.LeastEdition),
        }),
        ["layouts"] = TourDocument.List(LayoutStory.All, layout => new JsonObject
        {
            ["layout"] = $"{layout.Topology}",
            ["needs"] = $"{layout.Answer}",
            ["plan"] = $"{layout.Plan}",
        }),
        ["support"] = TourDocument.List(SupportRow.All, row => new JsonObject
        {
            ["combination"] = row.Subject,
            ["answers"] = TourDocument.List(row.Answers, answer => JsonValue.Create(answer)),
        }),
        ["targets"] = TourDocument.List(TargetRow.All, row => new JsonObject
        {
            ["target"] = row.Target,
            ["key"] = row.Key,
            ["token"] = row.Token,
            ["certificate"] = row.Certificate,
            ["encryption"] = row.Encryption,
        }),
    };
}
