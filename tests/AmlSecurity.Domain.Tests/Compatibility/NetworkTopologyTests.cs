using AmlSecurity.Domain.Compatibility;

namespace AmlSecurity.Domain.Tests.Compatibility;

public sealed class NetworkTopologyTests
{
    [Fact]
    public void Every_topology_is_another_and_keeps_what_it_was_given()
    {
        var all = Topologies.All.ToList();

        Assert.Equal(2916, all.Distinct().Count());
        Assert.Equal(2916, all.Select(one => string.Join(' ', Topologies.ValuesOf(one))).Distinct().Count());
        Assert.All(all, one => Assert.Empty(one.Unknown));
    }

    [Fact]
    public void The_default_knows_nothing()
    {
        Assert.Equal(Topologies.Elements, default(NetworkTopology).Unknown.AsEnumerable());
        Assert.All(Topologies.Resources, resource => Assert.Null(default(NetworkTopology).Of(resource)));
        Assert.Null(default(NetworkTopology).WorkspacePrivateLink);
        Assert.Null(default(NetworkTopology).CustomerManagedKey);
    }

    [Fact]
    public void What_is_replaced_by_unknown_is_unknown_and_all_else_stays()
    {
        var topology = NetworkTopology.Open
            .With(AssociatedResource.Compute, NetworkAttachment.PrivateLink)
            .With(AssociatedResource.KeyVault, null)
            .WithCustomerManagedKey(null);

        Assert.Equal([TopologyElement.KeyVault, TopologyElement.CustomerManagedKey], topology.Unknown.AsEnumerable());
        Assert.Equal(NetworkAttachment.PrivateLink, topology.Of(AssociatedResource.Compute));
        Assert.Equal(NetworkAttachment.None, topology.Of(AssociatedResource.ApplicationInsights));
        Assert.False(topology.WorkspacePrivateLink);
    }

    [Fact]
    public void A_person_reads_what_is_there()
    {
        Assert.Equal("open", $"{NetworkTopology.Open}");
        Assert.Equal(
            "storage: virtual network, container registry: not known, private link of the workspace: yes",
            $"{NetworkTopology.Open.With(AssociatedResource.Storage, NetworkAttachment.VirtualNetwork)
                .With(AssociatedResource.ContainerRegistry, null).WithWorkspacePrivateLink(true)}");
    }

    [Fact]
    public void A_resource_or_attachment_that_there_is_not_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkTopology.Open.Of((AssociatedResource)6));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkTopology.Open.With((AssociatedResource)(-1), null));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => NetworkTopology.Open.With(AssociatedResource.Storage, (NetworkAttachment)3));
    }
}
