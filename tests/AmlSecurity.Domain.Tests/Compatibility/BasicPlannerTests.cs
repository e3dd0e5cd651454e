using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "NET-06")]
public sealed class BasicPlannerTests
{
    private const NetworkAttachment Vnet = NetworkAttachment.VirtualNetwork;
    private const NetworkAttachment Link = NetworkAttachment.PrivateLink;

    [Fact]
    public void The_plan_is_the_cheapest_of_all_for_every_topology_and_up_to_two_parts_kept()
    {
        var basic = Topologies.All.Where(IsBasicByTheRows).Select(Topologies.ValuesOf).ToList();
        var (possible, impossible) = (0, 0);
        Assert.Equal(64, basic.Count);
        foreach (var topology in Topologies.All)
        {
            var values = Topologies.ValuesOf(topology);
            foreach (var kept in Keepings)
            {
                var best = Best(values, kept, basic);
                switch (BasicPlanner.Plan(topology, kept, RuleSet.March2020))
                {
                    case BasicPlan.Possible plan:
                        possible++;
                        Assert.Equal(best, Topologies.ValuesOf(plan.Result));
                        Assert.Equal(Differing(values, best!), plan.Changes.Select(change => (int)change.Element));
                        break;
                    case BasicPlan.Impossible plan:
                        impossible++;
                        Assert.Null(best);
                        Assert.All(plan.Obstacles, obstacle => Assert.Contains(obstacle.Element, kept));
                        Assert.NotEmpty(plan.Obstacles);
                        break;
                    case var other:
                        Assert.Fail($"{topology}: {other}");
                        break;
                }
            }
        }

        Assert.True(possible > 20_000, $"{possible} possible");
        Assert.True(impossible > 20_000, $"{impossible} impossible");
    }

    [Fact]
    [Trait("Rule", "NET-05.3")]
    [Trait("Rule", "NET-05.7")]
    public void Each_step_names_its_row_and_leaves_as_much_closed_off_as_Basic_has()
    {
        var topology = NetworkTopology.Open
            .With(AssociatedResource.Storage, Link)
            .With(AssociatedResource.Compute, Vnet)
            .With(AssociatedResource.ContainerRegistry, Vnet);

        Assert.Equal(
            [
                "storage: from private link to virtual network (NET-05.3)",
                "container registry: from virtual network to none (NET-05.7)",
            ],
            Plan(topology).Changes.Select(change => $"{change}"));
        Assert.Equal(
            "storage: from private link to virtual network (NET-05.5)",
            $"{Plan(topology.WithWorkspacePrivateLink(true)).Changes[0]}");
        Assert.Equal(
            "storage: from private link to virtual network (NET-06)",
            $"{Plan(topology.WithWorkspacePrivateLink(null)).Changes[0]}");
        Assert.Equal(
            "container registry: from private link to none (NET-05.3)",
            $"{Plan(NetworkTopology.Open.With(AssociatedResource.ContainerRegistry, Link)).Changes[0]}");
    }

    [Fact]
    [Trait("Rule", "NET-05.8")]
    public void Who_keeps_the_key_cannot_keep_Basic()
    {
        var topology = NetworkTopology.Open.WithCustomerManagedKey(true).With(AssociatedResource.KeyVault, Link);
        var plan = Assert.IsType<BasicPlan.Impossible>(Plan(topology, TopologyElement.CustomerManagedKey));

        Assert.Equal("customer-managed key: from yes to none (NET-05.8)", $"{Assert.Single(plan.Obstacles)}");
        Assert.Equal(TopologyElement.KeyVault, Assert.Single(plan.Changes).Element);
        Assert.Equal(plan, Plan(topology, TopologyElement.CustomerManagedKey));
        Assert.NotEqual<BasicPlan>(plan, Plan(topology));
    }

    [Fact]
    public void A_topology_that_needs_no_change_gets_none()
    {
        var plan = Assert.IsType<BasicPlan.Possible>(Plan(NetworkTopology.Open.WithWorkspacePrivateLink(true)));

        Assert.Empty(plan.Changes);
        Assert.Equal("nothing to change", $"{plan}");
        Assert.Equal(NetworkTopology.Open.WithWorkspacePrivateLink(true), plan.Result);
    }

    [Fact]
    public void What_is_not_known_is_asked_for_beside_the_changes_that_are_needed_anyhow()
    {
        var topology = NetworkTopology.Open
            .With(AssociatedResource.Storage, Link)
            .With(AssociatedResource.CosmosDb, null)
            .WithWorkspacePrivateLink(null);
        var plan = Assert.IsType<BasicPlan.Undetermined>(Plan(topology));

        Assert.Equal([TopologyElement.CosmosDb], plan.Unknown.AsEnumerable());
        Assert.Equal(
            "storage: from private link to virtual network (NET-06); find out first: Cosmos DB", $"{plan}");
        Assert.Equal(TopologyElement.Storage, Assert.Single(plan.Changes).Element);
        Assert.IsType<BasicPlan.Impossible>(Plan(topology, TopologyElement.Storage));
        Assert.Equal(plan, Plan(topology));
        Assert.Equal(plan.GetHashCode(), Plan(topology).GetHashCode());
    }

    [Fact]
    [Trait("Rule", "DEC-14")]
    public void Without_editions_there_is_nothing_to_plan() => Assert.IsType<BasicPlan.NotApplicable>(
        BasicPlanner.Plan(NetworkTopology.Open.WithCustomerManagedKey(true), [], RuleSet.Current));

    private static ImmutableArray<ImmutableHashSet<TopologyElement>> Keepings { get; } =
    [
        [],
        .. from first in Topologies.Elements
           from second in Topologies.Elements
           where first <= second
           select ImmutableHashSet.Create(first, second),
    ];

    private static BasicPlan Plan(NetworkTopology topology, params ImmutableHashSet<TopologyElement> kept) =>
        BasicPlanner.Plan(topology, kept, RuleSet.March2020);

    private static bool IsBasicByTheRows(NetworkTopology topology) =>
        EditionTable.Rows.All(row => row.AppliesTo(topology) == false || row.Allows(Edition.Basic));

    // Fewest changes first; then, from the first part on, the greatest value that the row of choices has.
    private static int[]? Best(int[] values, ImmutableHashSet<TopologyElement> kept, List<int[]> basic)
    {
        int[]? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in basic)
        {
            var (changes, breaks) = (0, false);
            for (var at = 0; at < values.Length; at++)
            {
                var differs = candidate[at] != values[at];
                changes += differs ? 1 : 0;
                breaks |= differs && kept.Contains((TopologyElement)at);
            }

            if (!breaks && (changes < fewest || (changes == fewest && candidate.AsSpan().SequenceCompareTo(best) > 0)))
            {
                (best, fewest) = (candidate, changes);
            }
        }

        return best;
    }

    private static IEnumerable<int> Differing(int[] values, int[] best) =>
        Enumerable.Range(0, values.Length).Where(at => values[at] != best[at]);
}
