namespace AmlSecurity.Domain.Tests.Documentation;

public sealed class FlowsPageTests
{
    [Fact]
    public void The_page_of_the_flows_is_drawn_from_their_tables()
    {
        if (Environment.GetEnvironmentVariable("AMLSEC_DRAW_FLOWS") == "1")
        {
            File.WriteAllText(FlowsPage.Path, FlowsPage.Draw());
        }

        Assert.Equal(FlowsPage.Draw(), File.ReadAllText(FlowsPage.Path));
    }
}
