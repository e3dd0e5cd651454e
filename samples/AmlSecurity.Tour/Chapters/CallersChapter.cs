using System.Text.Json.Nodes;
using AmlSecurity.Tour.Callers;
using AmlSecurity.Tour.Output;
using NodaTime.Text;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Who calls, and with what: sign-in, a run and two web services, event by event.</summary>
internal sealed class CallersChapter : IChapter
{
    private static readonly DurationPattern Elapsed = DurationPattern.CreateWithInvariantCulture("H:mm");

    public string Name => "callers";

    public string Title => "Signing in, running, and calling a web service";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        foreach (var (title, lines) in CallerStories.All)
        {
            console.MarkupLine($"[bold]{SafeText.Markup(title)}[/]");
            var table = TourTable.Of("after", "event", "state", "to do");
            foreach (var line in lines)
            {
                table.AddRow(
                    Elapsed.Format(line.After),
                    SafeText.Markup(line.Event),
                    SafeText.Markup(line.State),
                    SafeText.Markup(line.Outcome));
            }

            console.Write(table);
        }

        console.MarkupLine("[grey]The tables behind these flows are data; docs/flows.md is drawn from them.[/]");
    }

    public JsonNode ToJson(TourInputs inputs) => TourDocument.List(CallerStories.All, story => new JsonObject
    {
        ["title"] = story.Title,
        ["events"] = TourDocument.List(story.Lines, line => new JsonObject
        {
            ["afterSeconds"] = (long)line.After.TotalSeconds,
            ["event"] = line.Event,
            ["state"] = line.State,
            ["outcome"] = line.Outcome,
        }),
    });
}
