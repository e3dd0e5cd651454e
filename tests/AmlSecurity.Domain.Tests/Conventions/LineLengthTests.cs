namespace AmlSecurity.Domain.Tests.Conventions;

public class LineLengthTests
{
    private const int Columns = 120;
    private const int Lines = 350;

    private static readonly IReadOnlyList<(string Name, string[] Lines)> Sources =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllLines(file))),
    ];

    [Fact]
    public void No_line_is_longer_than_120_columns() => Violations.None(
        from source in Sources
        from line in source.Lines.Index()
        where line.Item.Length > Columns
        select $"{source.Name}:{line.Index + 1} has {line.Item.Length} columns");

    [Fact]
    public void No_file_is_longer_than_350_lines_and_half_are_under_60()
    {
        Violations.None(
            from source in Sources
            where source.Lines.Length > Lines
            select $"{source.Name} has {source.Lines.Length} lines");
        Assert.InRange(Sources.Select(source => source.Lines.Length).Order().ElementAt(Sources.Count / 2), 1, 60);
    }
}
