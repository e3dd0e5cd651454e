using System.Text.Json.Nodes;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Tour.DataAtRest;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Where data of a workspace rests, under whose key, what leaves the subscription, and what would
/// fail.</summary>
internal sealed class DataAtRestChapter : IChapter
{
    public string Name => "dataAtRest";

    public string Title => "Data at rest: stores, keys, and what fails without them";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var chosen = EncryptionPosture.Of(AtRestShow.Chosen);
        console.MarkupLine(
            "[bold]A workspace that chose nothing[/], and one with `hbi_workspace` and a key of its own for all that takes one");
        var table = TourTable.Of("store", "subscription", "chose nothing", "chose all", "what it takes");
        foreach (var posture in AtRestShow.Default.Posture.Stores)
        {
            table.AddRow(
                Word(posture.Store),
                Word(StoreCatalogue.Find(posture.Store).Owner),
                Word(posture.Keys),
                Word(chosen.Find(posture.Store).Keys),
                SafeText.Markup(posture.Change ?? "-"));
        }

        console.Write(table);
        console.MarkupLine("[bold]What leaves the subscription of the customer[/]");
        var leaving = TourTable.Of("data", "store", "read by", "hbi_workspace");
        foreach (var entry in AtRestShow.Default.Leaving)
        {
            leaving.AddRow(
                Word(entry.Item),
                Word(entry.Store),
                string.Join(", ", entry.Readers.Select(reader => Word(reader))),
                Word(entry.HbiEffect));
        }

        console.Write(leaving);
        foreach (var (title, report) in AtRestShow.Incidents)
        {
            console.MarkupLine($"[bold]{SafeText.Markup(title)}[/] [grey]at 12:00[/]");
            var failing = TourTable.Of("step", "fails from", "because of");
            foreach (var hit in report.Steps)
            {
                failing.AddRow(
                    SafeText.Markup($"{hit.Step}"),
                    AtRestShow.Time(hit.FailsFrom),
                    SafeText.Markup(string.Join(", ", hit.Because.Select(cause => $"{cause.Need}"))));
            }

            console.Write(failing);
            foreach (var restored in report.Needs.Select(need => need.Restored).Distinct())
            {
                console.MarkupLine($"[grey]To restore it: {SafeText.Markup(restored.Step)} ({restored.Rule}).[/]");
            }
        }

        console.MarkupLine("[bold]Before a workspace can have a key of its own[/]");
        foreach (var (step, contributor) in AtRestShow.Prerequisites)
        {
            console.MarkupLine(
                $"{SafeText.Markup($"{step}")}[grey]; a Contributor of the subscription {(contributor ? "may" : "may not")}[/]");
        }
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["stores"] = TourDocument.List(AtRestShow.Default.Posture.Stores, posture => new JsonObject
        {
            ["store"] = TourDocument.Word(posture.Store),
            ["keys"] = TourDocument.Word(posture.Keys),
            ["rule"] = posture.Rule.Text,
            ["change"] = posture.Change,
        }),
        ["leaving"] = TourDocument.List(AtRestShow.Default.Leaving, entry => new JsonObject
        {
            ["item"] = TourDocument.Word(entry.Item),
            ["store"] = TourDocument.Word(entry.Store),
        }),
        ["incidents"] = TourDocument.List(AtRestShow.Incidents, incident => new JsonObject
        {
            ["title"] = incident.Title,
            ["steps"] = TourDocument.List(incident.Report.Steps, hit => new JsonObject
            {
                ["rule"] = hit.Step.Rule.Text,
                ["step"] = hit.Step.Name,
                ["failsFrom"] = AtRestShow.Time(hit.FailsFrom),
            }),
        }),
        ["prerequisites"] = TourDocument.List(AtRestShow.Prerequisites, line => new JsonObject
        {
            ["rule"] = line.Step.Rule.Text,
            ["step"] = line.Step.Step,
            ["contributorMay"] = line.ContributorMay,
        }),
    };

    private static string Word<T>(T value)
        where T : struct, Enum => SafeText.Markup(TourDocument.Word(value));
}
