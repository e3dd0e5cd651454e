using System.Text.RegularExpressions;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>The code on the pages, and the code between the marks of the examples.</summary>
internal static partial class DocumentedCode
{
    /// <summary>Gets the paths of all pages.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Repository.Root, "*.md"),
    ];

    /// <summary>Gets each block of C# on a page.</summary>
    public static IReadOnlyList<(string Page, string Code)> Shown { get; } =
    [
        .. Pages.SelectMany(page => ShownBlock().Matches(File.ReadAllText(page))
            .Select(match => (Path.GetRelativePath(Repository.Root, page), match.Groups[1].Value))),
    ];

    /// <summary>Gets each piece of an example, without its indent.</summary>
    public static IReadOnlyList<(string File, string Code)> Compiled { get; } =
    [
        .. Directory.EnumerateFiles(
                Repository.PathOf("tests", "AmlSecurity.Domain.Tests", "Documentation"), "*Example.cs", SearchOption.AllDirectories)
            .SelectMany(file => CompiledBlock().Matches(File.ReadAllText(file))
                .Select(match => (Path.GetFileName(file), WithoutIndent(match.Groups[1].Value)))),
    ];

    private static string WithoutIndent(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex("^```(?:csharp|cs|c#)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex ShownBlock();

    [GeneratedRegex("^ *// <example>\n(.*?)^ *// </example>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CompiledBlock();
}
