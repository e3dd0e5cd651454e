using AmlSecurity.Domain.Compatibility;
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
        Assert.Equal([Undetermined], Find(Workspace(), StorageIn(Subnet)).Under("VNET-02"));
    }

    [Fact]
    [Trait("Rule", "VNET-02")]
    public void Every_managed_compute_is_in_a_subnet_of_storage_and_a_Kubernetes_cluster_need_not_be()
    {
        static string Rule(string subnet) => $$"""{"id":"{{subnet}}"}""";
        static string StorageIn(params string[] subnets) => Resource(Storage, $$"""
            "networkAcls":{"virtualNetworkRules":[{{string.Join(',', subnets.Select(Rule))}}]}
            """);
        var second = Compute("ComputeInstance", $$"""
            "subnet":{"id":"{{Net}}/subnets/two"}
            """);
        var kubernetes = Compute("AKS", $$"""
            "aksNetworkingConfiguration":{"subnetId":"{{Net}}/subnets/three"}
            """);

        Assert.Equal([Violation], Find(Workspace(), Cluster, second, StorageIn(Subnet)).Under("VNET-02"));
        Assert.Empty(Find(Workspace(), Cluster, second, StorageIn(Subnet, $"{Net}/subnets/two")).Under("VNET-02"));
        Assert.Empty(Find(Workspace(), Cluster, kubernetes, StorageIn(Subnet)).Under("VNET-02"));
    }

    [Fact]
    [Trait("Rule", "VNET-03")]
    public void Subnets_match_even_while_the_subscription_is_not_known()
    {
        const string Network = "Microsoft.Network/virtualNetworks/subnets";
        string Account(string type, string name, string acls, string subnet) => $$"""
            {"type":"{{type}}","apiVersion":"2019-06-01","name":"{{name}}","location":"eastus","sku":{"name":"Premium"},
             "properties":{"{{acls}}":{"virtualNetworkRules":[{"id":"[resourceId('{{Network}}','net1','{{subnet}}')]"}]} } }
            """;
        string Template(string subnet) => $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
             "contentVersion":"1.0.0.0","resources":[
             {"type":"Microsoft.MachineLearningServices/workspaces","apiVersion":"2020-03-01","name":"space1",
              "location":"eastus","identity":{"type":"SystemAssigned"},"sku":{"name":"Enterprise","tier":"Enterprise"},
              "properties":{
                "storageAccount":"[resourceId('Microsoft.Storage/storageAccounts','store1')]",
                "containerRegistry":"[resourceId('Microsoft.ContainerRegistry/registries','images1')]"} },
             {{Account("Microsoft.Storage/storageAccounts", "store1", "networkAcls", "one")}},
             {{Account("Microsoft.ContainerRegistry/registries", "images1", "networkRuleSet", subnet)}}]}
            """;

        Assert.DoesNotContain(
            Find(Template("one")), finding => finding.Message.Contains("registry and storage", StringComparison.Ordinal));
        Assert.Contains(
            Find(Template("two")), finding => finding.Message.Contains("registry and storage", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "VNET-05")]
    public void Subnets_of_another_network_do_not_count()
    {
        var cluster = Compute("AKS", $$"""
            "aksNetworkingConfiguration":{"subnetId":"{{Subnet}}","serviceCidr":"10.1.0.0/16",
            "dnsServiceIP":"10.1.0.10","dockerBridgeCidr":"172.17.0.1/16"}
            """);
        string SubnetOf(string network) => Resource(
            $"{network}/subnets/one", "\"addressPrefix\":\"10.1.2.0/24\"");
        var net = Resource(Net, """
            "subnets":[{"name":"one","properties":{"addressPrefix":"10.0.0.0/24"}}]
            """);
        var elsewhere = Net.Replace("net1", "net2", StringComparison.Ordinal);

        Assert.Empty(Find(Workspace(), cluster, net, SubnetOf(elsewhere)).Under("VNET-05"));
        Assert.Equal([Violation], Find(Workspace(), cluster, net, SubnetOf(Net)).Under("VNET-05"));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void Of_a_compute_instance_alone_it_is_the_private_link_that_is_not_known()
    {
        var finding = Assert.Single(Find(Compute("ComputeInstance")), one => one.Rule.Text == "NET-07");

        Assert.EndsWith("whether its workspace has private link is not known", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(Compute("AmlCompute")), one => one.Rule.Text == "NET-07");
    }

    [Theory]
    [Trait("Rule", "DEC-17")]
    [InlineData("Approved", true)]
    [InlineData("Pending", true)]
    [InlineData("Rejected", false)]
    public void A_connection_that_is_a_resource_below_the_workspace_is_private_link(string status, bool isLinked)
    {
        var connection = Resource($"{WorkspaceId}/privateEndpointConnections/c1", $$$"""
            "privateLinkServiceConnectionState":{"status":"{{{status}}}"}
            """);

        Assert.Equal(isLinked, Assert.Single(Of(Workspace(), connection).Configurations).Topology.WorkspacePrivateLink);
    }

    [Theory]
    [Trait("Rule", "DEC-17")]
    [InlineData("amlworkspace", true)]
    [InlineData("blob", false)]
    public void An_endpoint_whose_target_is_not_known_leads_where_its_group_says(string group, bool isLinked)
    {
        var endpoint = $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#",
             "contentVersion":"1.0.0.0","parameters":{"target":{"type":"string"} },"resources":[
             {"type":"Microsoft.Network/privateEndpoints","apiVersion":"2020-05-01","name":"pe1","location":"eastus",
              "properties":{"privateLinkServiceConnections":[{"name":"c","properties":{
                "privateLinkServiceId":"[parameters('target')]","groupIds":["{{group}}"]} }]} }]}
            """;

        Assert.Equal(isLinked, Assert.Single(Of(Workspace(), endpoint).Configurations).Topology.WorkspacePrivateLink);
    }

    [Fact]
    [Trait("Rule", "DEC-17")]
    public void An_empty_reference_is_none()
    {
        var workspace = Workspace().Replace(Registry, "", StringComparison.Ordinal);
        var topology = Assert.Single(Of(workspace).Configurations).Topology;

        Assert.Equal(NetworkAttachment.None, topology.Of(AssociatedResource.ContainerRegistry));
        Assert.Null(topology.Of(AssociatedResource.Storage));
        Assert.DoesNotContain(
            Find(workspace, Compute("AmlCompute", "\"subnet\":{\"id\":\"\"}")),
            finding => finding.Rule.Text.StartsWith("VNET", StringComparison.Ordinal));
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
