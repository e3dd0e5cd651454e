using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Workspaces.DataFlows;
using AmlSecurity.Tour.Output;
using AmlSecurity.Tour.WholeLife;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Walks one workspace from creation to scoring through every room, and shows what proves it.</summary>
internal sealed class LifeChapter : IChapter
{
    private const ulong Seed = 2020_03_16;

    public string Name => "life";

    public string Title => "One workspace from creation to scoring";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        using var walk = LifeWalk.Of(Seed);
        var proof = new LifeProof(walk, Seed);
        var table = TourTable.Of("record", "who", "what", "outcome");
        foreach (var line in walk.Journal.Lines)
        {
            table.AddRow($"{line.Index}", line.Who, SafeText.Markup(line.What), SafeText.Markup(line.Outcome));
        }

        console.Write(table);
        console.MarkupLine($"[bold]What stands behind {LifeWalk.Request}[/]");
        foreach (var link in OriginsOf(walk).Links)
        {
            console.MarkupLine($"  [grey]{SafeText.Markup($"{link}")}[/]");
        }

        console.MarkupLine("[bold]What proves it[/]");
        foreach (var line in Encoding.UTF8.GetString(proof.Note.ToBytes()).Split('\n'))
        {
            console.MarkupLine($"[grey]  {SafeText.Markup(line)}[/]");
        }

        console.MarkupLine(
            $"Record {proof.ProvedRecord} is in this checkpoint by {proof.Inclusion.Length} hashes: {Yes(proof.IsIncluded)}. "
            + $"The checkpoint of {proof.Early.Size} records, from before the model was sealed, is a beginning of it by "
            + $"{proof.Consistency.Length}: {Yes(proof.IsConsistent)}. All records as they are: {Yes(proof.Sound.IsSound)}.");
        console.MarkupLine(
            $"A copy in which the denial in record {proof.AlteredRecord} became a success: "
            + $"[red]{SafeText.Markup(string.Join("; ", proof.Damaged.Findings))}[/]");
    }

    public JsonNode ToJson(TourInputs inputs)
    {
        using var walk = LifeWalk.Of(Seed);
        var proof = new LifeProof(walk, Seed);
        return new JsonObject
        {
            ["records"] = TourDocument.List(walk.Journal.Lines, line => new JsonObject
            {
                ["index"] = line.Index,
                ["who"] = line.Who,
                ["what"] = line.What,
                ["outcome"] = line.Outcome,
            }),
            ["lineage"] = TourDocument.List(OriginsOf(walk).Links, link => $"{link}"),
            ["checkpoint"] = Encoding.UTF8.GetString(proof.Late.ToBody()),
            ["verifierKey"] = proof.VerifierKey,
            ["isIncluded"] = proof.IsIncluded,
            ["isConsistent"] = proof.IsConsistent,
            ["isSound"] = proof.Sound.IsSound,
            ["altered"] = TourDocument.List(proof.Damaged.Findings, finding => $"{finding}"),
        };
    }

    private static LineageTrace OriginsOf(LifeWalk walk) =>
        walk.Journal.Lineage.FindOrigins(new LineageNode.ScoringRequest(LifeWalk.Request));

    private static string Yes(bool isSo) => isSo ? "yes" : "no";
}
