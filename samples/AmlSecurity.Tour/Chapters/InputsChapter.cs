using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows what was read, what was not, and what the rules say of it.</summary>
internal sealed class InputsChapter : IChapter
{
    private const int MostFaults = 40;
    private const int MostNotices = 10;

    public string Name => "inputs";

    public string Title => "Inputs";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var table = TourTable.Of("file", "read as", "elements", "faults", "notices");
        foreach (var file in inputs.Files)
        {
            table.AddRow(
                SafeText.Markup(file.Name),
                file.Kind == InputKind.Unrecognised ? "[yellow]not recognised[/]" : TourDocument.Word(file.Kind),
                Count(file.Elements, "default"),
                Count(file.Faults.Length, "red"),
                Count(file.Notices.Length, "yellow"));
        }

        console.Write(table);
        PrintRemarks(console, inputs, "Faults: not understood, and left out", "red", MostFaults, file => file.Faults);
        if (!inputs.IsComplete)
        {
            console.MarkupLine(
                "[red]Answers below are made without what was left out: a deny not read denies nothing.[/]");
            console.WriteLine();
        }

        PrintRemarks(console, inputs, "Notices: irregular, but kept", "yellow", MostNotices, file => file.Notices);
        PolicyFindings.Print(inputs, console);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["isComplete"] = inputs.IsComplete,
        ["files"] = TourDocument.List(inputs.Files, file => new JsonObject
        {
            ["name"] = file.Name,
            ["kind"] = TourDocument.Word(file.Kind),
            ["elements"] = file.Elements,
            ["faults"] = TourDocument.List(file.Faults, Write),
            ["notices"] = TourDocument.List(file.Notices, Write),
        }),
        ["findings"] = PolicyFindings.ToJson(inputs),
    };

    private static string Count(int count, string colour) =>
        count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"[{colour}]{count}[/]");

    private static void PrintRemarks(
        IAnsiConsole console,
        TourInputs inputs,
        string heading,
        string colour,
        int most,
        Func<InputFile, IEnumerable<Remark>> select)
    {
        var all = inputs.Files
            .SelectMany(select, (file, remark) => (File: file.Name, Remark: remark))
            .ToList();
        if (all.Count == 0)
        {
            return;
        }

        console.MarkupLine($"[{colour}]{heading}[/]");
        var table = TourTable.Of("file", "place", "byte", "what");
        foreach (var (file, remark) in all.Take(most))
        {
            table.AddRow(
                SafeText.Markup(file, 40),
                SafeText.Markup(remark.Path, 60),
                remark.Offset.ToString(CultureInfo.InvariantCulture),
                SafeText.Markup(remark.Reason, 160));
        }

        console.Write(table);
        Remainder.Print(console, all.Count, most);
    }

    private static JsonObject Write(Remark remark) => new()
    {
        ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(remark.Kind),
        ["path"] = remark.Path,
        ["offset"] = remark.Offset,
        ["reason"] = remark.Reason,
    };
}
