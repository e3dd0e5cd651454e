namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>Holds what an example printed against the text block of its page.</summary>
internal static class DocumentedOutput
{
    public static void IsOn(string page, StringWriter printed)
    {
        var block = $"```text\n{printed.ToString().TrimEnd()}\n```";
        Assert.True(
            File.ReadAllText(Repository.PathOf(page)).Contains(block, StringComparison.Ordinal),
            $"`{page}` does not show what its example prints:\n{block}");
    }
}
