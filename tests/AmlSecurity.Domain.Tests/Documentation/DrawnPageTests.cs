namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>Pages that are drawn from what they tell of; <c>eng/draw-pages.sh</c> draws them anew.</summary>
public sealed class DrawnPageTests
{
    [Fact]
    public void The_page_of_the_flows_is_drawn_from_their_tables() => Check(FlowsPage.Path, FlowsPage.Draw());

    [Fact]
    public void The_index_of_the_rules_is_drawn_from_their_pages() => Check(RulesPage.Path, RulesPage.Draw());

    private static void Check(string path, string drawn)
    {
        if (Environment.GetEnvironmentVariable("AMLSEC_DRAW_PAGES") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.Equal(drawn, File.ReadAllText(path));
    }
}
