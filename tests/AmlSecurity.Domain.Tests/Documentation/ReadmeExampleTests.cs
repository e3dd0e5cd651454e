namespace AmlSecurity.Domain.Tests.Documentation;

public class ReadmeExampleTests
{
    [Fact]
    public async Task The_README_shows_what_the_code_prints()
    {
        using var output = new StringWriter { NewLine = "\n" };
        await ReadmeExample.RunAsync(output, CancellationToken.None);

        DocumentedOutput.IsOn("README.md", output);
    }
}
