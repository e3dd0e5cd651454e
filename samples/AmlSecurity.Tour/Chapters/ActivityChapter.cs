using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Tour.Auditing;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Reads the activity logs of the folder, says what they cannot show, and shreds a person in them.</summary>
internal sealed class ActivityChapter : IChapter
{
    private const int Most = 40;

    public string Name => "activity";

    public string Title => "What an activity log shows, and whom it forgets";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Activities.IsEmpty)
        {
            console.MarkupLine("The folder holds no activity log; a file of one is named activity-log*.json.");
            return;
        }

        var operations = ActivityLogOperations.Join(inputs.Activities);
        console.MarkupLine($"{inputs.Activities.Length} events are {operations.Length} operations.");
        var table = TourTable.Of("operation", "state", "took", "outcome");
        foreach (var operation in operations.Take(Most))
        {
            table.AddRow(
                SafeText.Markup(operation.Name),
                TourDocument.Word(operation.State),
                operation.Duration is { } took ? $"{took.TotalSeconds:0.0} s" : "-",
                SafeText.Markup(Words(operation.Outcome)));
        }

        console.Write(table);
        Remainder.Print(console, operations.Length, Most);
        var used = UsedActions.From(inputs.Activities);
        foreach (var set in used.Sets.Take(Most))
        {
            console.MarkupLine(
                $"[bold]used[/] at {SafeText.Markup(set.Scope)}: "
                + SafeText.Markup(string.Join(", ", set.Used)));
        }

        console.MarkupLine(
            $"{used.Coverage.Unattributed} of the operations name nobody. No such log shows: "
            + string.Join(", ", used.Coverage.BlindSpots.Select(spot => TourDocument.Word(spot))) + ".");
        console.WriteLine();
        Print(console, new ShreddingShow(inputs.Activities));
    }

    public JsonNode ToJson(TourInputs inputs)
    {
        if (inputs.Activities.IsEmpty)
        {
            return new JsonObject { ["events"] = 0 };
        }

        var used = UsedActions.From(inputs.Activities);
        var show = new ShreddingShow(inputs.Activities);
        return new JsonObject
        {
            ["events"] = inputs.Activities.Length,
            ["operations"] = TourDocument.List(ActivityLogOperations.Join(inputs.Activities), operation => new JsonObject
            {
                ["name"] = operation.Name,
                ["state"] = TourDocument.Word(operation.State),
                ["outcome"] = Words(operation.Outcome),
            }),
            ["used"] = TourDocument.List(used.Sets, set => new JsonObject
            {
                ["scope"] = set.Scope,
                ["actions"] = TourDocument.List(set.Used, action => $"{action}"),
            }),
            ["unattributed"] = used.Coverage.Unattributed,
            ["blindSpots"] = TourDocument.List(used.Coverage.BlindSpots, spot => TourDocument.Word(spot)),
            ["shredded"] = show.Report.Shredded,
            ["isSound"] = show.Report.IsSound,
        };
    }

    private static string Words(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Failed failed => $"failed: {failed.Code}",
        AuditOutcome.Started => "started",
        _ => "succeeded",
    };

    private static string Words(SlotReading? reading) => reading switch
    {
        SlotReading.Readable readable => readable.Text,
        SlotReading.Shredded shredded => $"shredded, the key {shredded.Subject} is destroyed",
        _ => "nobody is named",
    };

    private static void Print(IAnsiConsole console, ShreddingShow show)
    {
        console.MarkupLine("[bold]The names in it sealed, and their key destroyed[/]");
        console.MarkupLine($"  before: {SafeText.Markup(Words(show.Before))}");
        console.MarkupLine($"  after:  {SafeText.Markup(Words(show.After))}");
        console.MarkupLine(
            $"  {show.Report.Shredded} of {show.Report.Size} records are shredded, and the root is "
            + (show.Report.Anchor is null ? "another" : "that of the checkpoint from before"));
    }
}
