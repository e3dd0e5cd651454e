using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.KeyVersions;
using AmlSecurity.Tour.Output;
using NodaTime.Text;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Rotates, revokes and shreds a key on a simulated clock.</summary>
internal sealed class KeyVersionsChapter : IChapter
{
    private static readonly DurationPattern Elapsed = DurationPattern.CreateWithInvariantCulture("D:hh:mm:ss");

    public string Name => "keyVersions";

    public string Title => "Rotating, revoking and shredding a key";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var table = TourTable.Of("after", "what", "outcome", "asked");
        foreach (var step in KeyLife.Live())
        {
            table.AddRow(
                Elapsed.Format(step.At),
                SafeText.Markup(step.What),
                SafeText.Markup(step.Outcome),
                step.VaultCalls.ToString(CultureInfo.InvariantCulture));
        }

        console.Write(table);
        console.MarkupLine(
            "[grey]The clock is simulated: days, hours, minutes, seconds. *Asked* counts what reached the vault. A data[/]");
        console.MarkupLine(
            "[grey]key in memory is given up 50 minutes after its last unwrap was sent, and no use puts that off.[/]");
    }

    public JsonNode ToJson(TourInputs inputs) => TourDocument.List(KeyLife.Live(), step => new JsonObject
    {
        ["afterSeconds"] = (long)step.At.TotalSeconds,
        ["what"] = step.What,
        ["outcome"] = step.Outcome,
        ["vaultCalls"] = step.VaultCalls,
    });
}
