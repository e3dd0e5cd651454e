using System.Text.Json.Nodes;
using AmlSecurity.Tour.Interop;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Exports a sealed model and a signed checkpoint, and shows how other programs open and verify them.</summary>
internal sealed class InteropChapter : IChapter
{
    public string Name => "interop";

    public string Title => "What OpenSSL opens and verifies";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        console.MarkupLine("A key made for this tour, and these lines for a shell, with OpenSSL 3:");
        console.WriteLine();
        foreach (var line in InteropShow.Make().Lines)
        {
            // As it is, so that it can be copied.
            console.Profile.Out.Writer.WriteLine(line);
        }
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["lines"] = TourDocument.List(InteropShow.Make().Lines, line => line),
    };
}
