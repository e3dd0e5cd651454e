namespace AmlSecurity.Domain.Tests.Documentation;

public class ReadmeExampleTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_README_shows_the_code_that_is_compiled_here()
    {
        var source = File.ReadAllText(Path.Combine(
            Repository.Root, "tests/AmlSecurity.Domain.Tests/Documentation/ReadmeExample.cs"));
        var example = source.Split("// <example>\n")[1].Split("        // </example>")[0];
        var shown = string.Join('\n', example.TrimEnd().Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim()));

        Assert.Contains($"```csharp\n{shown}\n```", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_README_shows_what_the_code_prints()
    {
        using var output = new StringWriter { NewLine = "\n" };
        await ReadmeExample.RunAsync(output, CancellationToken.None);

        Assert.Contains($"```text\n{output.ToString().TrimEnd()}\n```", Readme, StringComparison.Ordinal);
    }
}
