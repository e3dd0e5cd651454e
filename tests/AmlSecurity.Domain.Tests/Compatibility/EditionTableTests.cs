using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "NET-04")]
[Trait("Rule", "NET-05.1")]
[Trait("Rule", "NET-05.2")]
[Trait("Rule", "NET-05.3")]
[Trait("Rule", "NET-05.4")]
[Trait("Rule", "NET-05.5")]
[Trait("Rule", "NET-05.6")]
[Trait("Rule", "NET-05.7")]
[Trait("Rule", "NET-05.8")]
[Trait("Rule", "NET-06")]
public sealed class EditionTableTests
{
    private const NetworkAttachment Vnet = NetworkAttachment.VirtualNetwork;
    private const NetworkAttachment Link = NetworkAttachment.PrivateLink;

    [Theory]
    [InlineData("NET-05.1", true)]
    [InlineData("NET-05.2", true)]
    [InlineData("NET-05.3", false)]
    [InlineData("NET-05.4", true)]
    [InlineData("NET-05.5", false)]
    [InlineData("NET-05.6", true)]
    [InlineData("NET-05.7", false)]
    [InlineData("NET-05.8", false)]
    public void The_rows_have_the_ticks_of_the_page(string rule, bool basic)
    {
        var row = Assert.Single(EditionTable.Rows, row => row.Rule.Text == rule);

        Assert.Equal(basic, row.Allows(Edition.Basic));
        Assert.True(row.Allows(Edition.Enterprise));
    }

    [Fact]
    public void The_rows_apply_where_the_page_says_in_every_topology()
    {
        Assert.Equal(2916, Topologies.All.Count());
        foreach (var topology in Topologies.All)
        {
            Assert.Equal(
                ApplyingByThePage(topology),
                EditionTable.Rows.Where(row => row.AppliesTo(topology) == true).Select(row => row.Rule.Text[^1] - '0'));
        }
    }

    [Fact]
    public void The_strictest_row_is_the_predicate_in_every_topology()
    {
        var editions = new HashSet<Edition>();
        foreach (var topology in Topologies.All)
        {
            var answer = Assert.IsType<EditionAnswer.Required>(EditionTable.Require(topology, RuleSet.March2020));

            Assert.NotEmpty(answer.Rows);
            Assert.Equal(answer.Rows.Max(row => row.LeastEdition), answer.Edition);
            Assert.Equal(answer.Edition == Edition.Enterprise, EditionTable.NeedsEnterprise(topology));
            Assert.Equal(NeedsEnterpriseByTheRule(topology), EditionTable.NeedsEnterprise(topology));
            editions.Add(answer.Edition);
        }

        Assert.Equal(2, editions.Count);
    }

    [Fact]
    public void What_is_not_known_leaves_the_edition_open_only_where_it_can_decide_it()
    {
        foreach (var topology in Topologies.PartlyKnown)
        {
            var ends = Topologies.Completions(topology).ToList();
            var verdicts = ends.Select(NeedsEnterpriseByTheRule).Distinct().ToList();
            bool? expected = verdicts.Count == 1 ? verdicts[0] : null;

            Assert.Equal(expected, EditionTable.NeedsEnterprise(topology));
            if (EditionTable.Require(topology, RuleSet.July2020) is EditionAnswer.Undetermined open)
            {
                Assert.Null(expected);
                Assert.Equal(
                    topology.Unknown.Where(element => ends.Any(end => CanTurn(end, element))),
                    open.Unknown.AsEnumerable());
            }
            else
            {
                Assert.NotNull(expected);
            }
        }
    }

    [Fact]
    public void A_row_applies_for_certain_only_if_it_does_whatever_turns_out()
    {
        foreach (var topology in Topologies.PartlyKnown)
        {
            foreach (var row in EditionTable.Rows)
            {
                var turns = Topologies.Completions(topology).Select(row.AppliesTo).Distinct().ToList();

                Assert.Equal(turns.Count == 1 ? turns[0] : null, row.AppliesTo(topology));
            }
        }
    }

    [Fact]
    [Trait("Rule", "DEC-17")]
    public void Cosmos_DB_and_Application_Insights_count_as_other_resources()
    {
        Assert.All(
            [AssociatedResource.CosmosDb, AssociatedResource.ApplicationInsights],
            resource => Assert.Equal(
                "enterprise (NET-05.3)", $"{Require(NetworkTopology.Open.With(resource, Link))}"));
    }

    [Fact]
    public void In_a_mixed_topology_every_row_applies_that_part_of_it_fits()
    {
        var mixed = NetworkTopology.Open
            .WithWorkspacePrivateLink(true)
            .WithCustomerManagedKey(true)
            .With(AssociatedResource.Storage, Vnet)
            .With(AssociatedResource.KeyVault, Link)
            .With(AssociatedResource.ContainerRegistry, Vnet);

        Assert.Equal("enterprise (NET-05.4, NET-05.5, NET-05.7, NET-05.8)", $"{Require(mixed)}");
        Assert.Equal(
            "enterprise (NET-05.7)",
            $"{Require(NetworkTopology.Open.With(AssociatedResource.ContainerRegistry, Vnet))}");
    }

    [Fact]
    [Trait("Rule", "DEC-14")]
    public void There_are_editions_on_the_dates_of_the_pages_only()
    {
        var need = NetworkTopology.Open.WithCustomerManagedKey(true);

        Assert.IsType<EditionAnswer.Required>(EditionTable.Require(need, RuleSet.Read("2020-12-31").Expect()));
        Assert.IsType<EditionAnswer.NotApplicable>(EditionTable.Require(need, RuleSet.Read("2021-01-01").Expect()));
        Assert.Equal("no editions under current", $"{EditionTable.Require(default, RuleSet.Current)}");
        Assert.Empty(EditionTable.Assess(Edition.Basic, need, RuleSet.Current, "$.sku"));
    }

    [Fact]
    public void Basic_edition_is_a_violation_of_each_row_without_a_tick()
    {
        var topology = NetworkTopology.Open
            .WithCustomerManagedKey(true)
            .With(AssociatedResource.CosmosDb, Link)
            .With(AssociatedResource.Compute, Vnet);
        var findings = EditionTable.Assess(Edition.Basic, topology, RuleSet.March2020, "$.sku.name");

        Assert.Equal(["NET-05.3", "NET-05.8"], findings.Select(finding => finding.Rule.Text));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Violation, finding.Severity));
        Assert.All(findings, finding => Assert.Equal("$.sku.name", finding.Path));
        Assert.Empty(EditionTable.Assess(Edition.Enterprise, topology, RuleSet.March2020, "$"));
        Assert.Empty(EditionTable.Assess(null, NetworkTopology.Open, RuleSet.March2020, "$"));
        Assert.Empty(EditionTable.Assess(Edition.Enterprise, default, RuleSet.March2020, "$"));
    }

    [Fact]
    public void An_edition_or_a_layout_that_is_not_known_leaves_the_finding_open()
    {
        var key = NetworkTopology.Open.WithCustomerManagedKey(true);
        var open = Assert.Single(EditionTable.Assess(null, key, RuleSet.March2020, "$"));
        var unknown = Assert.Single(EditionTable.Assess(
            Edition.Basic, NetworkTopology.Open.With(AssociatedResource.KeyVault, null), RuleSet.March2020, "$"));
        var either = Assert.Single(EditionTable.Assess(
            Edition.Basic,
            NetworkTopology.Open.WithWorkspacePrivateLink(null).With(AssociatedResource.KeyVault, Link),
            RuleSet.March2020,
            "$"));

        Assert.Equal(("NET-06", FindingSeverity.Undetermined), (open.Rule.Text, open.Severity));
        Assert.Equal(("NET-06", FindingSeverity.Undetermined), (unknown.Rule.Text, unknown.Severity));
        Assert.EndsWith("depends on key vault", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(("NET-06", FindingSeverity.Violation), (either.Rule.Text, either.Severity));
    }

    [Fact]
    public void Answers_are_equal_by_what_they_hold()
    {
        var open = NetworkTopology.Open.With(AssociatedResource.KeyVault, null);

        Assert.Equal(Require(open), Require(open));
        Assert.NotEqual(Require(open), Require(NetworkTopology.Open.With(AssociatedResource.Storage, null)));
        Assert.NotEqual(Require(NetworkTopology.Open), Require(open));
        Assert.Equal(Require(open).GetHashCode(), Require(open).GetHashCode());
    }

    private static EditionAnswer Require(NetworkTopology topology) => EditionTable.Require(topology, RuleSet.March2020);

    // The page in plain words, written down a second time.
    private static IEnumerable<int> ApplyingByThePage(NetworkTopology topology)
    {
        var others = Topologies.Resources.Select(resource => (Resource: resource, How: topology.Of(resource))).ToList();
        var workspace = topology.WorkspacePrivateLink!.Value;
        var noneAttached = others.TrueForAll(other => other.How == NetworkAttachment.None);
        var vnetButRegistry = others.Exists(
            other => other.How == Vnet && other.Resource != AssociatedResource.ContainerRegistry);
        var link = others.Exists(other => other.How == Link);
        (int Row, bool Applies)[] rows =
        [
            (1, !workspace && noneAttached), (2, !workspace && vnetButRegistry), (3, !workspace && link),
            (4, workspace && vnetButRegistry), (5, workspace && link), (6, workspace && noneAttached),
            (7, topology.Of(AssociatedResource.ContainerRegistry) == Vnet), (8, topology.CustomerManagedKey == true),
        ];
        return rows.Where(row => row.Applies).Select(row => row.Row);
    }

    private static bool NeedsEnterpriseByTheRule(NetworkTopology topology) =>
        Topologies.Resources.Any(resource => topology.Of(resource) == Link)
        || topology.Of(AssociatedResource.ContainerRegistry) == Vnet
        || topology.CustomerManagedKey == true;

    private static bool CanTurn(NetworkTopology end, TopologyElement element) =>
        Enumerable.Range(0, Topologies.ValuesOf(element)).Any(value =>
            NeedsEnterpriseByTheRule(Topologies.With(end, element, value)) != NeedsEnterpriseByTheRule(end));
}
