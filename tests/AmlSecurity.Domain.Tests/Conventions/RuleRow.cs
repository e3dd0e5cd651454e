namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>One row of <c>docs/rules/*.md</c>.</summary>
internal sealed record RuleRow(
    string Page, string Rule, string Kind, IReadOnlyList<string> Types, IReadOnlyList<string> Tests)
{
    private const string Header = "| Rule | Kind | Type | Test |";

    /// <summary>Reads every page of a folder.</summary>
    public static IReadOnlyList<RuleRow> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
            .SelectMany(page => Read(Path.GetFileName(page), File.ReadAllLines(page)))];

    /// <summary>Reads the rows under each table head of a page. Other tables are not rules.</summary>
    public static IEnumerable<RuleRow> Read(string page, IReadOnlyList<string> lines)
    {
        var inTable = false;
        foreach (var line in lines)
        {
            inTable = line == Header || (inTable && line.StartsWith('|'));
            if (!inTable || line == Header || line.StartsWith("|-", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            yield return cells is [var rule, var kind, var type, var test]
                ? new RuleRow(page, rule, kind, Names(type), Names(test))
                : throw new FormatException($"{page}: `{line}` has not four cells");
        }
    }

    public override string ToString() => $"{Page}, {Rule}";

    // Names stand in backticks, apart by commas; a dash is nothing.
    private static IReadOnlyList<string> Names(string cell) =>
        [.. cell.Split(',', StringSplitOptions.TrimEntries)
            .Select(name => name.Trim('`'))
            .Where(name => name is not ("" or "-"))];
}
