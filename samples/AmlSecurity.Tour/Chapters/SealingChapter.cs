using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.Output;
using AmlSecurity.Tour.Sealing;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Seals a file of the inputs under two keys, and shows what opens it and what does not.</summary>
internal sealed class SealingChapter : IChapter
{
    private const string Nothing = "The inputs hold no file that could be sealed.";

    public string Name => "sealing";

    public string Title => "Sealing a file under keys of two vaults";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (SealingShow.Of(inputs) is not { } show)
        {
            console.MarkupLine(Nothing);
            return;
        }

        console.MarkupLine($"[bold]{SafeText.Markup(show.Real.Name)}[/] is the largest file.");
        console.MarkupLine(Line(
            $"{show.Real.Plaintext.Length:N0} bytes, sealed {show.Real.Envelope.Length:N0}; header {show.Real.Header.Length:N0}."));
        console.Write(StanzaTable.Of(show.Real.Header));
        var attempts = TourTable.Of("opened", "unwraps", "outcome");
        foreach (var attempt in show.Attempts)
        {
            attempts.AddRow(attempt.What, Line($"{attempt.Unwraps}"), SafeText.Markup(attempt.Outcome));
        }

        console.Write(attempts);
        console.MarkupLine("Read by range, of the file and of 1 MiB made up, sealed in the same way:");
        console.Write(RangeTable.Of((show.Real.Name, show.RealRange), (show.Made.Name, show.MadeRange)));
        console.MarkupLine("[grey]A key in a header is its writer's claim: one not allowed never reaches a vault.[/]");
    }

    public JsonNode ToJson(TourInputs inputs) => SealingShow.Of(inputs) is not { } show
        ? new JsonObject { ["skipped"] = Nothing }
        : new JsonObject
        {
            ["file"] = show.Real.Name,
            ["plaintextLength"] = show.Real.Plaintext.Length,
            ["envelopeLength"] = show.Real.Envelope.Length,
            ["headerLength"] = show.Real.Header.Length,
            ["stanzas"] = StanzaTable.ToJson(show.Real.Header),
            ["attempts"] = TourDocument.List(show.Attempts, attempt => new JsonObject
            {
                ["opened"] = attempt.What,
                ["unwraps"] = attempt.Unwraps,
                ["outcome"] = attempt.Outcome,
            }),
            ["ranges"] = RangeTable.ToJson((show.Real.Name, show.RealRange), (show.Made.Name, show.MadeRange)),
        };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
