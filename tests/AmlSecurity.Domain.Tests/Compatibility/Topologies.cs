using AmlSecurity.Domain.Compatibility;

namespace AmlSecurity.Domain.Tests.Compatibility;

/// <summary>Every topology, and each as a plain list of values in the order of <see cref="TopologyElement"/>.</summary>
internal static class Topologies
{
    public static readonly NetworkAttachment[] Attachments = Enum.GetValues<NetworkAttachment>();

    public static readonly AssociatedResource[] Resources = Enum.GetValues<AssociatedResource>();

    public static readonly TopologyElement[] Elements = Enum.GetValues<TopologyElement>();

    /// <summary>Gets all 3^6 x 2 x 2 topologies of which everything is known.</summary>
    public static IEnumerable<NetworkTopology> All => Resources
        .Aggregate(
            Flags(NetworkTopology.Open),
            (topologies, resource) => topologies.SelectMany(
                _ => Attachments, (topology, attachment) => topology.With(resource, attachment)));

    /// <summary>Gets all topologies of three resources and the two flags, of which anything may be unknown.</summary>
    public static IEnumerable<NetworkTopology> PartlyKnown =>
        from workspace in Flag
        from key in Flag
        from storage in Attachments.Select(one => (NetworkAttachment?)one).Append(null)
        from registry in Attachments.Select(one => (NetworkAttachment?)one).Append(null)
        from cosmos in Attachments.Select(one => (NetworkAttachment?)one).Append(null)
        select NetworkTopology.Open
            .WithWorkspacePrivateLink(workspace)
            .WithCustomerManagedKey(key)
            .With(AssociatedResource.Storage, storage)
            .With(AssociatedResource.ContainerRegistry, registry)
            .With(AssociatedResource.CosmosDb, cosmos);

    private static IEnumerable<bool?> Flag => [true, false, null];

    private static IEnumerable<bool> KnownFlag => [false, true];

    /// <summary>Gets everything that a topology may turn out to be.</summary>
    public static IEnumerable<NetworkTopology> Completions(NetworkTopology topology) => topology.Unknown.Aggregate(
        new[] { topology }.AsEnumerable(),
        (topologies, element) => topologies.SelectMany(
            _ => Enumerable.Range(0, ValuesOf(element)), (one, value) => With(one, element, value)));

    /// <summary>Gets the number of values that a part can have.</summary>
    public static int ValuesOf(TopologyElement element) => IsFlag(element) ? 2 : 3;

    public static NetworkTopology With(NetworkTopology topology, TopologyElement element, int value) => element switch
    {
        TopologyElement.WorkspacePrivateLink => topology.WithWorkspacePrivateLink(value == 1),
        TopologyElement.CustomerManagedKey => topology.WithCustomerManagedKey(value == 1),
        _ => topology.With(Enum.Parse<AssociatedResource>($"{element}"), (NetworkAttachment)value),
    };

    public static int[] ValuesOf(NetworkTopology topology) => [.. Elements.Select(element => element switch
    {
        TopologyElement.WorkspacePrivateLink => topology.WorkspacePrivateLink!.Value ? 1 : 0,
        TopologyElement.CustomerManagedKey => topology.CustomerManagedKey!.Value ? 1 : 0,
        _ => (int)topology.Of(Enum.Parse<AssociatedResource>($"{element}"))!.Value,
    })];

    private static bool IsFlag(TopologyElement element) =>
        element is TopologyElement.WorkspacePrivateLink or TopologyElement.CustomerManagedKey;

    private static IEnumerable<NetworkTopology> Flags(NetworkTopology topology) =>
        from workspace in KnownFlag
        from key in KnownFlag
        select topology.WithWorkspacePrivateLink(workspace).WithCustomerManagedKey(key);
}
