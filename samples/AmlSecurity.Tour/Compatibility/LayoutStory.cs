using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Tour.Compatibility;

/// <summary>A layout, the edition that it needs, and the way back to Basic with one part kept.</summary>
internal sealed class LayoutStory
{
    private LayoutStory(NetworkTopology topology, params ImmutableHashSet<TopologyElement> kept)
    {
        Topology = topology;
        Answer = EditionTable.Require(topology, RuleSet.March2020);
        Plan = BasicPlanner.Plan(topology, kept, RuleSet.March2020);
    }

    public static ImmutableArray<LayoutStory> All { get; } =
    [
        new(NetworkTopology.Open),
        new(NetworkTopology.Open
            .WithWorkspacePrivateLink(true)
            .With(AssociatedResource.Storage, NetworkAttachment.VirtualNetwork)
            .With(AssociatedResource.Compute, NetworkAttachment.VirtualNetwork)),
        new(NetworkTopology.Open
            .With(AssociatedResource.KeyVault, NetworkAttachment.PrivateLink)
            .With(AssociatedResource.ContainerRegistry, NetworkAttachment.VirtualNetwork)),
        new(
            NetworkTopology.Open.WithCustomerManagedKey(true),
            TopologyElement.CustomerManagedKey),
        new(NetworkTopology.Open
            .WithWorkspacePrivateLink(null)
            .With(AssociatedResource.CosmosDb, null)),
    ];

    public NetworkTopology Topology { get; }

    public EditionAnswer Answer { get; }

    public BasicPlan Plan { get; }
}
