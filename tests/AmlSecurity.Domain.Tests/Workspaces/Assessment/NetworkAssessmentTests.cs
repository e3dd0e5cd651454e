using static AmlSecurity.Domain.Rules.FindingSeverity;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

public sealed class NetworkAssessmentTests
{
    private const string Net = $"{Group}/providers/Microsoft.Network/virtualNetworks/net1";

    private static readonly string Cluster = Compute("AmlCompute", $$"""
        "subnet":{"id":"{{Subnet}}"}
        """);

    [Fact]
    [Trait("Rule", "VNET-01")]
    public void The_network_of_compute_is_in_the_region_and_subscription_of_the_workspace()
    {
        var near = Resource(Net, "\"addressSpace\":{}");
        var far = near.Replace("eastus", "westus", StringComparison.Ordinal);
        var other = Cluster.Replace("11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/Microsoft.Network", "22222222-2222-2222-2222-222222222222/resourceGroups/ml/providers/Microsoft.Network", StringComparison.Ordinal);

        Assert.Empty(Find(Workspace(), Cluster, near).Under("VNET-01"));
        Assert.Equal([Violation], Find(Workspace(), Cluster, far).Under("VNET-01"));
        Assert.Contains(Violation, Find(Workspace(), other, near).Under("VNET-01"));
        Assert.Equal([Undetermined], Find(Workspace(), Cluster).Under("VNET-01"));
    }

    [Fact]
    [Trait("Rule", "VNET-02")]
    public void Storage_in_a_network_shares_the_subnet_of_the_compute()
    {
        string StorageIn(string subnet) => Resource(Storage, $$"""
            "networkAcls":{"virtualNetworkRules":[{"id":"{{subnet}}"}]}
            """);

        Assert.Empty(Find(Workspace(), Cluster, StorageIn(Subnet)).Under("VNET-02"));
        Assert.Equal([Violation], Find(Workspace(), Cluster, StorageIn($"{Net}/subnets/two")).Under("VNET-02"));
    }

    [Fact]
    [Trait("Rule", "VNET-04")]
    public void The_subnet_of_a_container_group_is_delegated()
    {
        var group = Resource($"{Group}/providers/Microsoft.ContainerInstance/containerGroups/g1", $$"""
            "subnetIds":[{"id":"{{Subnet}}"}]
            """);
        var delegated = Resource(Subnet, """
            "delegations":[{"properties":{"serviceName":"Microsoft.ContainerInstance/containerGroups"}}]
            """);

        Assert.Empty(Find(group, delegated).Under("VNET-04"));
        Assert.Equal([Violation], Find(group, Resource(Subnet, "\"delegations\":[]")).Under("VNET-04"));
        Assert.Equal([Undetermined], Find(group).Under("VNET-04"));
    }

    [Theory]
    [Trait("Rule", "VNET-05")]
    [InlineData("10.1.0.0/16", "10.1.0.10", "172.17.0.1/16", 0)]
    [InlineData("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", 1)]
    [InlineData("10.1.0.0/16", "10.2.0.10", "172.17.0.1/16", 1)]
    [InlineData("10.1.0.0/16", "10.1.0.10", "10.1.0.1/24", 1)]
    public void The_ranges_of_a_cluster_keep_apart(string service, string dns, string bridge, int violations)
    {
        var cluster = Compute("AKS", $$$"""
            "aksNetworkingConfiguration":{"subnetId":"{{{Subnet}}}","serviceCidr":"{{{service}}}","dnsServiceIP":"{{{dns}}}",
            "dockerBridgeCidr":"{{{bridge}}}"}
            """);
        var net = Resource(Net, """
            "subnets":[{"name":"one","properties":{"addressPrefix":"10.0.0.0/24"}}]
            """);

        Assert.Equal(Enumerable.Repeat(Violation, violations), Find(Workspace(), cluster, net).Under("VNET-05"));
    }
}
