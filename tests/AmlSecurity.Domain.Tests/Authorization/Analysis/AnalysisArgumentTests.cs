using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>A plane or a reading that there is none of is the caller's mistake, and is named.</summary>
public sealed class AnalysisArgumentTests
{
    private const Plane NoPlane = (Plane)7;
    private const WildcardReading NoReading = (WildcardReading)7;

    private static readonly OperationInventory Operations = OperationInventory.Create([Action("p/1")], [Action("d/1")]);

    [Fact]
    public void A_comparison_names_it()
    {
        Assert.Throws<ArgumentOutOfRangeException>("plane", () => RoleComparison.Compare(Owner, Reader, NoPlane));
        Assert.Throws<ArgumentOutOfRangeException>(
            "reading", () => RoleComparison.Compare(Owner, Reader, Plane.Control, NoReading));
    }

    [Fact]
    public void A_search_for_neighbours_names_it_also_among_no_roles()
    {
        Assert.Throws<ArgumentOutOfRangeException>("plane", () => RoleNeighbours.Find(Owner, [], NoPlane));
        Assert.Throws<ArgumentOutOfRangeException>(
            "reading", () => RoleNeighbours.Find(Owner, [], Plane.Control, NoReading));
    }

    [Fact]
    public void An_inventory_names_it() =>
        Assert.Throws<ArgumentOutOfRangeException>("plane", () => Operations.On(NoPlane));
}
