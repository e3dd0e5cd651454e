namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>Whatever a page shows in C# is compiled and run here.</summary>
public sealed class DocumentedCodeTests
{
    [Fact]
    public void Every_code_on_a_page_is_an_example_that_is_compiled()
    {
        Assert.True(DocumentedCode.Shown.Count >= 10, "the pages were not found");
        Assert.All(DocumentedCode.Shown, shown =>
            Assert.True(DocumentedCode.Compiled.Any(compiled => compiled.Code == shown.Code), $"{shown.Page}:\n{shown.Code}"));
    }

    [Fact]
    public void Every_example_stands_on_a_page() => Assert.All(DocumentedCode.Compiled, compiled =>
        Assert.True(DocumentedCode.Shown.Any(shown => shown.Code == compiled.Code), $"{compiled.File}:\n{compiled.Code}"));
}
