using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Tour.Auditing;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Makes records of what the earlier chapters decided, signs a checkpoint, and finds what was done to a
/// copy.</summary>
internal sealed class AuditChapter : IChapter
{
    public string Name => "audit";

    public string Title => "A log that nobody alters unseen";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var show = new AuditShow(inputs);
        console.MarkupLine(
            $"The decisions and calls of this tour are {show.Sound.Size} records. Record {show.ShownRecord}:");
        console.WriteLine();
        console.MarkupLine($"[grey]{SafeText.Markup(show.Shown)}[/]");
        console.WriteLine();
        console.MarkupLine("[bold]The checkpoint, signed[/]");
        foreach (var line in Encoding.UTF8.GetString(show.Note.ToBytes()).Split('\n'))
        {
            console.MarkupLine($"[grey]  {SafeText.Markup(line)}[/]");
        }

        console.MarkupLine(
            $"That record {show.ShownRecord} is in the tree of this checkpoint: {show.Proof.Length} hashes prove it, "
            + $"and they are {(show.IsProved ? "right" : "wrong")}.");
        console.WriteLine();
        Print(console, "The log as it is", show.Sound);
        Print(
            console,
            $"A copy in which somebody altered record {show.AlteredRecord} and took away record {show.RemovedRecord}",
            show.Damaged);
    }

    public JsonNode ToJson(TourInputs inputs)
    {
        var show = new AuditShow(inputs);
        return new JsonObject
        {
            ["note"] = Encoding.UTF8.GetString(show.Note.ToBytes()),
            ["record"] = show.Shown,
            ["proof"] = TourDocument.List(show.Proof, hash => $"{hash}"),
            ["isProved"] = show.IsProved,
            ["sound"] = ToJson(show.Sound),
            ["damaged"] = ToJson(show.Damaged),
        };
    }

    private static void Print(IAnsiConsole console, string title, AuditReport report)
    {
        console.MarkupLine($"[bold]{SafeText.Markup(title)}[/]");
        console.MarkupLine(
            $"  {report.Size} records, {report.Unattributed} of them name nobody; "
            + (report.Anchor is { } anchor ? $"anchored at {anchor.Size}" : "not anchored"));
        foreach (var finding in report.Findings)
        {
            console.MarkupLine($"  [red]{SafeText.Markup(finding.ToString())}[/]");
        }

        if (report.IsSound)
        {
            console.MarkupLine("  [green]nothing is wrong with it[/]");
        }

        console.WriteLine();
    }

    private static JsonObject ToJson(AuditReport report) => new()
    {
        ["size"] = report.Size,
        ["anchoredAt"] = report.Anchor?.Size,
        ["unattributed"] = report.Unattributed,
        ["findings"] = TourDocument.List(report.Findings, finding => new JsonObject
        {
            ["kind"] = TourDocument.Word(finding.Kind),
            ["index"] = finding.Index,
            ["to"] = finding.To,
        }),
    };
}
