using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "NET-07")]
[Trait("Rule", "NET-08")]
[Trait("Rule", "VNET-06")]
public sealed class SupportTableTests
{
    private const string Instance = nameof(SupportSubject.ComputeInstanceWithWorkspacePrivateLink);
    private const string Kubernetes = nameof(SupportSubject.KubernetesWithPrivateLink);
    private const string Storage = nameof(SupportSubject.StorageWithPrivateLink);
    private const string Vault = nameof(SupportSubject.KeyVaultWithPrivateLink);

    [Theory]
    [InlineData(Instance, "2020-03-13", "NotSupported NET-07")]
    [InlineData(Instance, "2020-07-28", "NotSupported NET-07")]
    [InlineData(Instance, "2020-12-31", "NotSupported NET-07")]
    [InlineData(Instance, "2021-01-01", "NotStated")]
    [InlineData(Kubernetes, "2020-03-13", "NotSupported NET-08")]
    [InlineData(Kubernetes, "2020-07-27", "NotSupported NET-08")]
    [InlineData(Kubernetes, "2020-07-28", "Supported NET-08")]
    [InlineData(Kubernetes, "current", "NotStated")]
    [InlineData(Storage, "2020-03-13", "NotStated")]
    [InlineData(Storage, "2020-07-28", "NotSupported VNET-06")]
    [InlineData(Storage, "current", "NotStated")]
    [InlineData(Vault, "2020-03-13", "NotStated")]
    [InlineData(Vault, "2020-07-28", "Supported VNET-06")]
    [Trait("Rule", "DEC-14")]
    public void Support_depends_on_the_date(string subject, string rules, string expected)
    {
        var answer = SupportTable.Find(Enum.Parse<SupportSubject>(subject), RuleSet.Read(rules).Expect());

        Assert.Equal(expected, answer switch
        {
            SupportAnswer.Supported yes => $"Supported {yes.Fact.Rule}",
            SupportAnswer.NotSupported no => $"NotSupported {no.Fact.Rule}",
            _ => "NotStated",
        });
    }

    [Fact]
    public void No_two_facts_about_one_combination_hold_on_one_date() =>
        Assert.All(SupportTable.Facts.GroupBy(fact => fact.Subject), same =>
        {
            var periods = same.Select(fact => fact.Period).OrderBy(period => period.From).ToList();
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
        });

    [Fact]
    public void The_alternative_is_the_one_that_the_page_names()
    {
        var cluster = Assert.IsType<SupportAnswer.NotSupported>(
            SupportTable.Find(SupportSubject.KubernetesWithPrivateLink, RuleSet.March2020));
        var instance = Assert.IsType<SupportAnswer.NotSupported>(
            SupportTable.Find(SupportSubject.ComputeInstanceWithWorkspacePrivateLink, RuleSet.March2020));

        Assert.Equal("put the cluster into a virtual network", cluster.Fact.Alternative);
        Assert.Null(instance.Fact.Alternative);
    }

    [Fact]
    public void What_is_not_supported_is_a_violation_where_it_is_there_and_open_where_it_may_be()
    {
        var workspace = NetworkTopology.Open
            .WithWorkspacePrivateLink(true).With(AssociatedResource.Storage, NetworkAttachment.PrivateLink);

        Assert.Equal(
            ["Violation NET-07", "Violation NET-08"],
            Findings(workspace, true, NetworkAttachment.PrivateLink, RuleSet.March2020));
        Assert.Equal(
            ["Violation NET-07", "Violation VNET-06"],
            Findings(workspace, true, NetworkAttachment.PrivateLink, RuleSet.July2020));
        Assert.Equal(["Undetermined NET-07", "Undetermined NET-08"], Findings(default, null, null, RuleSet.March2020));
        Assert.Equal(["Undetermined NET-07", "Undetermined VNET-06"], Findings(default, true, null, RuleSet.July2020));
        Assert.Empty(Findings(workspace, true, NetworkAttachment.PrivateLink, RuleSet.Current));
    }

    [Fact]
    public void What_cannot_be_there_is_not_asked_for()
    {
        Assert.Empty(Findings(
            NetworkTopology.Open, null, NetworkAttachment.VirtualNetwork, RuleSet.March2020));
        Assert.Empty(Findings(
            NetworkTopology.Open.WithWorkspacePrivateLink(null), false, NetworkAttachment.None, RuleSet.July2020));
    }

    [Fact]
    public void The_edition_does_not_make_a_combination_supported()
    {
        var topology = NetworkTopology.Open.With(AssociatedResource.Storage, NetworkAttachment.PrivateLink);

        Assert.Empty(EditionTable.Assess(Edition.Enterprise, topology, RuleSet.July2020, "$"));
        Assert.Equal(["Violation VNET-06"], Findings(topology, false, NetworkAttachment.None, RuleSet.July2020));
    }

    [Fact]
    public void A_combination_that_there_is_not_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportTable.Find((SupportSubject)9, RuleSet.March2020));

    private static IEnumerable<string> Findings(
        NetworkTopology topology, bool? instance, NetworkAttachment? cluster, RuleSet rules) =>
        SupportTable.AssessAll(topology, instance, cluster, rules, "$")
            .Select(finding => $"{finding.Severity} {finding.Rule}");
}
