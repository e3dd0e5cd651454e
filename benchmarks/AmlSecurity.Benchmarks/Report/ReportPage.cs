using System.Globalization;
using System.Text;

namespace AmlSecurity.Benchmarks.Report;

/// <summary>Writes the page of the benchmarks and its plots from what BenchmarkDotNet measured.</summary>
internal static class ReportPage
{
    /// <summary>Writes <c>benchmarks.md</c> and the plots beside it.</summary>
    /// <param name="results">The folder with the results of BenchmarkDotNet.</param>
    /// <param name="docs">The folder of the page.</param>
    public static void Write(string results, string docs)
    {
        var files = MeasurementFiles.Read(results);
        var plots = Directory.CreateDirectory(Path.Combine(docs, "benchmarks", "plots")).FullName;
        var page = new StringBuilder(Head(files.Machine));
        foreach (var chapter in Contests.All.GroupBy(contest => contest.Chapter))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {chapter.Key}\n");
            foreach (var contest in chapter)
            {
                var result = contest.Judge(files.Measurements);
                Append(page, contest, result);
                RatioPlot.Draw(result, Path.Combine(plots, contest.Plot + ".svg"));
            }
        }

        File.WriteAllText(Path.Combine(docs, "benchmarks.md"), page.ToString().ReplaceLineEndings("\n"));
    }

    private static string Head(string machine) =>
        $"""
        # Benchmarks

        Drawn by `eng/benchmark-report.sh` from what BenchmarkDotNet measured; nothing on this page is written by hand. Measured on
        {machine}.

        **How to read it.** Every contest is one run in one process. A cell is the time of one operation, in the fastest of ten
        iterations, in relation to the first row, its *floor*: 1.00 takes as long, 2.00 twice as long. Beside it stands what one
        operation allocates; a byte or two are the tool's. The first row also gives its time. What belongs to this library is in
        bold; the rest are floors, which do less than is asked and show what the machine can do, and peers. The machine is shared,
        and a ratio moves by a tenth or two between runs.
        The pages of [each room](benchmarks) hold the targets, the slower and larger cases, and where the time goes.

        """;

    private static void Append(StringBuilder page, Contest contest, ContestResult result)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {contest.Title}\n\n{contest.Text}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"| |{string.Concat(result.Spoken.Select(choice => $" {choice} |"))}\n");
        page.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(result.Spoken.Select(_ => "--:|"))}\n");
        for (var row = 0; row < result.Rows.Count; row++)
        {
            var (contestant, cells) = result.Rows[row];
            page.Append(contestant.IsOurs ? $"| **{contestant.Name}** |" : $"| {contestant.Name} |");
            for (var choice = 0; choice < cells.Length; choice++)
            {
                page.Append(CultureInfo.InvariantCulture, $" {result.Ratio(row, choice):F2} · {cells[choice].Allocated:N0} B");
                page.Append(row == 0 ? $" · {Time(cells[choice].Nanoseconds)} |" : " |");
            }

            page.Append('\n');
        }

        page.Append(CultureInfo.InvariantCulture, $"\n![{contest.Title}](benchmarks/plots/{contest.Plot}.svg)\n");
    }

    private static string Time(double nanoseconds) => nanoseconds < 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:N0} ns")
        : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:N1} µs");
}
