using System.Text.RegularExpressions;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>A link from a page to a file of the repository leads to one.</summary>
public sealed partial class PageLinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var links = DocumentedCode.Pages
            .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => (page, match.Groups[1].Value)))
            .Where(link => !link.Value.Contains("://", StringComparison.Ordinal))
            .ToList();
        Assert.True(links.Count > 100, "the pages were not found");
        Assert.All(links, link =>
        {
            var target = Path.Combine(Path.GetDirectoryName(link.page)!, link.Value);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{link.page} links to `{link.Value}`");
        });
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();
}
