using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

public sealed class RoleNeighboursTests
{
    [Fact]
    public void Only_the_nearest_wider_and_narrower_roles_are_neighbours()
    {
        var role = Role("role", Block(["p/a/*"]));
        var near = RoleNeighbours.Find(
            role,
            [
                Role("all", Block(["*"])), Role("p", Block(["p/*"])), Role("p/*/x", Block(["p/a/*", "q/x"])),
                Role("reads", Block(["p/a/*/read"])), Role("one", Block(["p/a/read"])), Role("two", Block(["p/a/b/*"])),
                Role("same", Block(["P/A/*"])), Role("none"), Role("beside", Block(["q/*"])), role,
            ],
            Plane.Control);

        Assert.Equal(["same"], Names(near.Equal));
        Assert.Equal(["p", "p/*/x"], Names(near.Wider));
        Assert.Equal(["reads", "two"], Names(near.Narrower));

        static IEnumerable<string> Names(IEnumerable<RoleComparison> compared) =>
            compared.Select(found => found.B.Name);
    }

    [Fact]
    public void The_data_scientist_lies_within_Contributor()
    {
        var role = RoleCatalogue.Find("AzureML Data Scientist", RuleSet.Current)!.Definition;
        var near = RoleNeighbours.Find(role, RoleCatalogue.Under(RuleSet.Current), Plane.Control);

        Assert.Contains(near.Wider, compared => compared.B.Name == "Contributor");
        Assert.DoesNotContain(near.Wider, compared => compared.B.Name == "Owner");
    }
}
