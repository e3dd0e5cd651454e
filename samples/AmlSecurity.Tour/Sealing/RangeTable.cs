using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Sealing;

/// <summary>Shows which bytes of an envelope were fetched for a range of its plaintext.</summary>
internal static class RangeTable
{
    public static Table Of(params ReadOnlySpan<(string Name, RangeRead Read)> reads)
    {
        var table = TourTable.Of("plaintext", "at (bytes)", "fetched at (bytes)", "in all, of", "the same");
        foreach (var (name, read) in reads)
        {
            table.AddRow(
                SafeText.Markup(name, 40),
                Line($"{read.Offset:N0} ({read.Length:N0})"),
                string.Join(", ", read.Fetches.Select(fetch => Line($"{fetch.Offset:N0} ({fetch.Length:N0})"))),
                Line($"{read.Fetched:N0} of {read.EnvelopeLength:N0}"),
                read.IsTheSame ? "yes" : "[red]no[/]");
        }

        return table;
    }

    public static JsonArray ToJson(params (string Name, RangeRead Read)[] reads) =>
        TourDocument.List(reads, item => new JsonObject
        {
            ["plaintext"] = item.Name,
            ["offset"] = item.Read.Offset,
            ["length"] = item.Read.Length,
            ["fetches"] = TourDocument.List(item.Read.Fetches, fetch => new JsonObject
            {
                ["offset"] = fetch.Offset,
                ["length"] = fetch.Length,
            }),
            ["envelopeLength"] = item.Read.EnvelopeLength,
            ["isTheSame"] = item.Read.IsTheSame,
        });

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
