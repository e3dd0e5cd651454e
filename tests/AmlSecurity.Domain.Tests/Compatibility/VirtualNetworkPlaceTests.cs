using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

public sealed class VirtualNetworkPlaceTests
{
    private const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/";
    private const string Elsewhere = "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/ml/providers/";
    private static readonly ResourceId Workspace = Id($"{Group}Microsoft.MachineLearningServices/workspaces/churn");
    private static readonly ResourceId Subnet = Id($"{Group}Microsoft.Network/virtualNetworks/net/subnets/train");
    private static readonly ResourceId Same = Id($"{Group}microsoft.network/virtualnetworks/NET/subnets/Train");
    private static readonly ResourceId Sibling = Id($"{Group}Microsoft.Network/virtualNetworks/net/subnets/data");
    private static readonly ResourceId Foreign = Id($"{Elsewhere}Microsoft.Network/virtualNetworks/net/subnets/train");
    private static readonly Region East = Region.Read("East US").Expect();
    private static readonly Region West = Region.Read("westus2").Expect();

    [Fact]
    [Trait("Rule", "VNET-01")]
    public void The_network_of_compute_is_in_the_subscription_and_region_of_the_workspace()
    {
        Assert.Empty(VirtualNetworkPlace.AssessCompute(Workspace, East, Subnet, Region.Read("eastus").Expect(), "$"));
        Assert.Equal(
            ["Violation VNET-01", "Violation VNET-01"],
            Told(VirtualNetworkPlace.AssessCompute(Workspace, East, Foreign, West, "$")));
        Assert.Equal(
            ["Violation VNET-01"], Told(VirtualNetworkPlace.AssessCompute(Workspace, East, Subnet, West, "$")));
        Assert.Equal(
            ["Undetermined VNET-01", "Undetermined VNET-01"],
            Told(VirtualNetworkPlace.AssessCompute(null, null, Subnet, West, "$")));
        Assert.Equal(
            ["Violation VNET-01", "Undetermined VNET-01"],
            Told(VirtualNetworkPlace.AssessCompute(Workspace, East, Foreign, null, "$")));
    }

    [Fact]
    [Trait("Rule", "VNET-01")]
    public void A_cluster_is_in_the_region_of_its_network_and_may_be_in_another_subscription()
    {
        Assert.Empty(VirtualNetworkPlace.AssessKubernetes(East, East, "$"));
        Assert.Equal(["Violation VNET-01"], Told(VirtualNetworkPlace.AssessKubernetes(East, West, "$")));
        Assert.Equal(["Undetermined VNET-01"], Told(VirtualNetworkPlace.AssessKubernetes(East, null, "$")));
    }

    [Fact]
    [Trait("Rule", "VNET-02")]
    public void Storage_is_in_the_subnet_of_the_compute()
    {
        var sibling = Assert.Single(VirtualNetworkPlace.AssessStorage(Sibling, Subnet, "$.storage"));
        var foreign = Assert.Single(VirtualNetworkPlace.AssessStorage(Foreign, Subnet, "$.storage"));

        Assert.Empty(VirtualNetworkPlace.AssessStorage(Same, Subnet, "$.storage"));
        Assert.Contains("two subnets of one network", sibling.Message, StringComparison.Ordinal);
        Assert.Contains("two networks", foreign.Message, StringComparison.Ordinal);
        Assert.Equal(
            ("VNET-02", FindingSeverity.Violation, "$.storage"), (sibling.Rule.Text, sibling.Severity, sibling.Path));
        Assert.Equal(["Undetermined VNET-02"], Told(VirtualNetworkPlace.AssessStorage(null, Subnet, "$")));
        Assert.Equal(["Undetermined VNET-02"], Told(VirtualNetworkPlace.AssessStorage(Subnet, null, "$")));
    }

    [Theory]
    [Trait("Rule", "VNET-03")]
    [InlineData(true, true, true, true, 0)]
    [InlineData(false, true, true, true, 1)]
    [InlineData(true, false, true, true, 1)]
    [InlineData(true, true, false, true, 1)]
    [InlineData(true, true, true, false, 1)]
    [InlineData(false, false, false, false, 4)]
    public void A_registry_in_a_network_is_Premium_shares_the_subnet_and_has_a_cluster_to_build(
        bool isPremium, bool withStorage, bool withCompute, bool hasCluster, int violations)
    {
        var findings = VirtualNetworkPlace.AssessRegistry(
            isPremium, Subnet, withStorage ? Same : Sibling, withCompute ? Same : Foreign, hasCluster, "$");

        Assert.Equal(Enumerable.Repeat("Violation VNET-03", violations), Told(findings));
    }

    [Fact]
    [Trait("Rule", "VNET-03")]
    public void What_is_not_known_of_a_registry_is_open() => Assert.Equal(
        Enumerable.Repeat("Undetermined VNET-03", 4),
        Told(VirtualNetworkPlace.AssessRegistry(null, null, Subnet, Subnet, null, "$")));

    [Fact]
    [Trait("Rule", "VNET-04")]
    public void Container_groups_need_a_subnet_that_is_delegated_to_them()
    {
        Assert.Empty(VirtualNetworkPlace.AssessContainerInstances(
            ["Microsoft.Web/serverFarms", "microsoft.containerinstance/ContainerGroups"], "$"));
        Assert.Equal(["Violation VNET-04"], Told(VirtualNetworkPlace.AssessContainerInstances([], "$")));
        Assert.Equal(
            ["Violation VNET-04"],
            Told(VirtualNetworkPlace.AssessContainerInstances(["Microsoft.ContainerInstance/containerGroups2"], "$")));
        Assert.Equal(["Undetermined VNET-04"], Told(VirtualNetworkPlace.AssessContainerInstances(null, "$")));
    }

    private static ResourceId Id(string text) => ResourceId.Read(text).Expect();

    private static IEnumerable<string> Told(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Severity} {finding.Rule}");
}
