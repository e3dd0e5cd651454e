using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges where virtual networks are and what is in their subnets (VNET-01 to VNET-05).</summary>
internal static class NetworkAssessment
{
    public static void Assess(Estate estate, WorkspaceConfiguration workspace, FindingList list)
    {
        var computes = estate.ComputesOf(workspace.Resource).ToImmutableArray();
        foreach (var compute in computes)
        {
            list.Add(compute, Compute(estate, workspace, compute));
        }

        // The compute that shares a subnet with storage and registry is the managed one.
        ImmutableArray<ConfigurationNode> managed =
        [
            .. computes.Where(compute => ComputeNetwork.IsOf(compute, "AKS") != true)
                .Select(ComputeNetwork.SubnetOf)
                .Where(subnet => subnet.IsGiven || subnet.IsUnresolved),
        ];
        var storage = estate.Find(workspace.StorageAccount, Estate.StorageType);
        var storageSubnets = storage is null ? [] : SubnetsIn(storage, "networkAcls");
        if (!storageSubnets.IsEmpty)
        {
            list.Add(storage, Same(
                CompatibilityRules.StorageSubnet, "storage account", storageSubnets, "compute", managed));
        }

        var registry = estate.Find(workspace.ContainerRegistry, Estate.RegistryType);
        var registrySubnets = registry is null ? [] : SubnetsIn(registry, "networkRuleSet");
        if (!registrySubnets.IsEmpty)
        {
            list.Add(registry, Registry(registry!, registrySubnets, storageSubnets, managed, computes));
        }
    }

    /// <summary>Judges a container group in a virtual network: its subnet is delegated (VNET-04).</summary>
    public static IEnumerable<Finding> ContainerGroup(Estate estate, ConfigurationResource group)
    {
        var subnets = group.Properties["subnetIds"];
        foreach (var subnet in subnets.Items.Select(item => item["id"]))
        {
            var delegations = estate.Find(subnet, Estate.SubnetType)?.Properties["delegations"];
            ImmutableArray<string>? services = delegations is { IsUnresolved: false }
                ? [.. delegations.Items.Select(one => one["properties"]["serviceName"].AsText).OfType<string>()]
                : null;
            foreach (var finding in VirtualNetworkPlace.AssessContainerInstances(services, subnet.Place))
            {
                yield return finding;
            }
        }
    }

    /// <summary>Judges the network of a compute target; the workspace is null if no document configures it.</summary>
    public static ImmutableArray<Finding> Compute(
        Estate estate, WorkspaceConfiguration? workspace, ConfigurationResource compute)
    {
        var subnet = ComputeNetwork.SubnetOf(compute);
        if (ComputeNetwork.Of(compute).How == NetworkAttachment.None)
        {
            return [];
        }

        var network = NetworkOf(estate, subnet);
        var region = network is null ? null : Regions.Of(network.Location);
        return ComputeNetwork.IsOf(compute, "AKS") == true
            ?
            [
                .. VirtualNetworkPlace.AssessKubernetes(
                    Regions.Of(compute.Location) ?? workspace?.Region, region, subnet.Place),
                .. Ranges(estate, compute, network),
            ]
            : VirtualNetworkPlace.AssessCompute(workspace?.Id, workspace?.Region, IdOf(subnet), region, subnet.Place);
    }

    private static ImmutableArray<Finding> Ranges(
        Estate estate, ConfigurationResource compute, ConfigurationResource? network)
    {
        var profile = compute.Properties["properties"]["aksNetworkingConfiguration"];
        ImmutableArray<AddressRange>? subnets = network is null ? null : SubnetRanges(estate, network);
        return new ClusterNetwork(
            Range(profile["serviceCidr"]),
            NetworkAddress.Read(profile["dnsServiceIP"].AsText).TryPickT0(out var dns, out _) ? dns : null,
            Range(profile["dockerBridgeCidr"]),
            subnets).Assess(profile.Place);
    }

    private static ImmutableArray<AddressRange>? SubnetRanges(Estate estate, ConfigurationResource network)
    {
        var inline = network.Properties["subnets"];
        var nodes = inline.Items.Select(item => item["properties"]["addressPrefix"])
            .Concat(estate.ChildrenOf(network, Estate.SubnetType).Select(subnet => subnet.Properties["addressPrefix"]))
            .ToList();
        var ranges = nodes.Select(Range).ToList();
        return inline.IsUnresolved || ranges.Count == 0 || ranges.Contains(null)
            ? null
            : [.. ranges.OfType<AddressRange>()];
    }

    private static AddressRange? Range(ConfigurationNode node) =>
        AddressRange.Read(node.AsText).TryPickT0(out var range, out _) ? range : null;

    // Each subnet of the other is one of the first's. Where no document tells of the other, that is open.
    private static ImmutableArray<Finding> Same(
        RuleId rule,
        string what,
        ImmutableArray<ConfigurationNode> subnets,
        string other,
        ImmutableArray<ConfigurationNode> others) => others.IsEmpty
        ? VirtualNetworkPlace.SameSubnet(rule, what, IdOf(subnets[0]), other, null, subnets[0].Place)
        :
        [
            .. others.Where(one => !subnets.Any(subnet => IsSame(subnet, one)))
                .SelectMany(one => VirtualNetworkPlace.SameSubnet(
                    rule, what, IdOf(subnets[0]), other, IdOf(one), subnets[0].Place))
                .Distinct(),
        ];

    private static ImmutableArray<Finding> Registry(
        ConfigurationResource registry,
        ImmutableArray<ConfigurationNode> subnets,
        ImmutableArray<ConfigurationNode> storage,
        ImmutableArray<ConfigurationNode> managed,
        ImmutableArray<ConfigurationResource> computes)
    {
        var sku = registry.Body["sku"]["name"];
        bool? isPremium = sku.IsUnresolved
            ? null
            : string.Equals(sku.AsText, "Premium", StringComparison.OrdinalIgnoreCase);
        var clusters = computes.Select(one => ComputeNetwork.IsOf(one, "AmlCompute")).ToList();
        bool? hasCluster =
            clusters.Contains(true) ? true : clusters.Count == 0 || clusters.Contains(null) ? null : false;
        return VirtualNetworkPlace.AssessRegistry(
            isPremium,
            [
                .. Same(CompatibilityRules.RegistryInNetwork, "registry", subnets, "storage account", storage),
                .. Same(CompatibilityRules.RegistryInNetwork, "registry", subnets, "compute", managed),
            ],
            hasCluster,
            subnets[0].Place);
    }

    // The subscription may be missing on both sides, and the two still be one.
    private static bool IsSame(ConfigurationNode one, ConfigurationNode other) =>
        one.ResourceKey is { } key && key == other.ResourceKey && IdOf(one) == IdOf(other);

    private static ImmutableArray<ConfigurationNode> SubnetsIn(ConfigurationResource resource, string acls) =>
        [.. resource.Properties[acls]["virtualNetworkRules"].Items.Select(rule => rule["id"])];

    private static ConfigurationResource? NetworkOf(Estate estate, ConfigurationNode subnet)
    {
        const char Separator = '/';
        return subnet.ResourceKey is { } key
            && key.LastIndexOf(Separator) is var end and > 0
            ? estate.OfType(Estate.NetworkType).FirstOrDefault(network =>
                network.Key is { } mine
                && key[..end].EndsWith(mine[mine.IndexOf('|', StringComparison.Ordinal)..], StringComparison.Ordinal))
            : null;
    }

    private static ResourceId? IdOf(ConfigurationNode? node) =>
        ResourceId.Read(node?.AsText, Strictness.Lenient).TryPickT0(out var id, out _) && !id.IsUnresolved ? id : null;
}
