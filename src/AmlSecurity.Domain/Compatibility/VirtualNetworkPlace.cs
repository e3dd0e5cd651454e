using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Where a virtual network must be (VNET-01), and what must be in one subnet of it (VNET-02 to
/// VNET-04).</summary>
/// <remarks>Subnets are compared by their resource ids, ignoring case. Holds nothing that changes, hence safe for
/// concurrent use.</remarks>
public static class VirtualNetworkPlace
{
    /// <summary>The service to which a subnet for container groups is delegated.</summary>
    public const string ContainerGroups = "Microsoft.ContainerInstance/containerGroups";

    /// <summary>Judges the network of managed compute or Databricks: subscription and region (VNET-01).</summary>
    /// <param name="workspace">The workspace; null if it is not known.</param>
    /// <param name="workspaceRegion">Its region; null if it is not known.</param>
    /// <param name="network">The virtual network or a subnet of it; null if it is not known.</param>
    /// <param name="networkRegion">Its region; null if it is not known.</param>
    /// <param name="path">Where the network is named, as a JSON path.</param>
    /// <returns>A violation for each that differs, undetermined for each that is not known.</returns>
    public static ImmutableArray<Finding> AssessCompute(
        ResourceId? workspace, Region? workspaceRegion, ResourceId? network, Region? networkRegion, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return
        [
            .. SameSubscription(workspace?.Subscription, network?.Subscription, path),
            .. SameRegion("workspace", workspaceRegion, networkRegion, path),
        ];
    }

    /// <summary>Judges the network of a cluster of Azure Kubernetes Service: its region.</summary>
    /// <param name="clusterRegion">The region of the cluster; null if it is not known.</param>
    /// <param name="networkRegion">The region of the virtual network; null if it is not known.</param>
    /// <param name="path">Where the network is named, as a JSON path.</param>
    /// <returns>A violation if they differ, undetermined if one is not known.</returns>
    public static ImmutableArray<Finding> AssessKubernetes(Region? clusterRegion, Region? networkRegion, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SameRegion("cluster", clusterRegion, networkRegion, path);
    }

    /// <summary>Judges storage in a virtual network: the subnet of the compute (VNET-02).</summary>
    /// <param name="storageSubnet">The subnet of the storage account; null if it is not known.</param>
    /// <param name="computeSubnet">The subnet of the compute; null if it is not known.</param>
    /// <param name="path">Where the subnet of the storage account is named, as a JSON path.</param>
    /// <returns>A violation if they differ, undetermined if one is not known.</returns>
    public static ImmutableArray<Finding> AssessStorage(
        ResourceId? storageSubnet, ResourceId? computeSubnet, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return SameSubnet(
            CompatibilityRules.StorageSubnet, "storage account", storageSubnet, "compute", computeSubnet, path);
    }

    /// <summary>Judges a container registry in a virtual network (VNET-03).</summary>
    /// <param name="isPremium">Whether it is of the Premium tier; null if that is not known.</param>
    /// <param name="registrySubnet">Its subnet; null if it is not known.</param>
    /// <param name="storageSubnet">The subnet of the storage account; null if it is not known.</param>
    /// <param name="computeSubnet">The subnet of the compute; null if it is not known.</param>
    /// <param name="hasComputeCluster">Whether the workspace has a compute cluster, which builds the images; null if
    /// that is not known.</param>
    /// <param name="path">Where the registry is, as a JSON path.</param>
    /// <returns>A violation for each that is missing or differs, undetermined for each that is not known.</returns>
    public static ImmutableArray<Finding> AssessRegistry(
        bool? isPremium,
        ResourceId? registrySubnet,
        ResourceId? storageSubnet,
        ResourceId? computeSubnet,
        bool? hasComputeCluster,
        string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var rule = CompatibilityRules.RegistryInNetwork;
        return AssessRegistry(
            isPremium,
            [
                .. SameSubnet(rule, "registry", registrySubnet, "storage account", storageSubnet, path),
                .. SameSubnet(rule, "registry", registrySubnet, "compute", computeSubnet, path),
            ],
            hasComputeCluster,
            path);
    }

    /// <summary>Judges a container registry in a virtual network, whose subnet was compared already.</summary>
    internal static ImmutableArray<Finding> AssessRegistry(
        bool? isPremium, ImmutableArray<Finding> subnets, bool? hasComputeCluster, string path) =>
    [
        .. Demand(
            CompatibilityRules.RegistryInNetwork,
            isPremium,
            "the registry is of the Premium tier",
            "use the Premium tier",
            path),
        .. subnets,
        .. Demand(
            CompatibilityRules.RegistryInNetwork,
            hasComputeCluster,
            "the workspace has a compute cluster to build images",
            "make a compute cluster and let it build the images",
            path),
    ];

    /// <summary>Judges the subnet of container groups (VNET-04).</summary>
    /// <param name="delegations">The services to which it is delegated; null if they are not known.</param>
    /// <param name="path">Where the subnet is named, as a JSON path.</param>
    /// <returns>A violation if it is not delegated to them, undetermined if that is not known.</returns>
    public static ImmutableArray<Finding> AssessContainerInstances(ImmutableArray<string>? delegations, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        bool? isDelegated = delegations is { IsDefault: false } known
            ? known.Contains(ContainerGroups, StringComparer.OrdinalIgnoreCase)
            : null;
        return Demand(
            CompatibilityRules.SubnetDelegation,
            isDelegated,
            "the subnet is delegated to container groups",
            $"delegate it to `{ContainerGroups}`",
            path);
    }

    private static ImmutableArray<Finding> Demand(RuleId rule, bool? holds, string fact, string remedy, string path) =>
        holds switch
        {
            true => [],
            false => [Judgement.Against(rule, path, $"it is not so that {fact}", remedy)],
            null => [Judgement.Open(rule, path, $"whether {fact} is not known")],
        };

    private static ImmutableArray<Finding> SameSubscription(string? workspace, string? network, string path) =>
        workspace is null || network is null
            ? [Judgement.Open(
                CompatibilityRules.NetworkPlace,
                path,
                "whether the network is in the subscription of the workspace is not known")]
            : CaseFolding.Fold(workspace) == CaseFolding.Fold(network)
                ? []
                : [Judgement.Against(
                    CompatibilityRules.NetworkPlace,
                    path,
                    $"the network is in subscription {Plaintext.Quote(network)}, "
                    + $"the workspace in {Plaintext.Quote(workspace)}",
                    "use a network in the subscription of the workspace")];

    private static ImmutableArray<Finding> SameRegion(string what, Region? region, Region? network, string path) =>
        region is null || network is null
            ? [Judgement.Open(
                CompatibilityRules.NetworkPlace,
                path,
                $"whether the network is in the region of the {what} is not known")]
            : region == network
                ? []
                : [Judgement.Against(
                    CompatibilityRules.NetworkPlace,
                    path,
                    $"the network is in `{network}`, the {what} in `{region}`",
                    $"use a network in the region of the {what}")];

    /// <summary>Judges whether two are in one subnet.</summary>
    internal static ImmutableArray<Finding> SameSubnet(
        RuleId rule, string what, ResourceId? subnet, string other, ResourceId? otherSubnet, string path)
    {
        if (subnet is null || otherSubnet is null)
        {
            return [Judgement.Open(rule, path, $"whether {what} and {other} are in one subnet is not known")];
        }

        if (subnet == otherSubnet)
        {
            return [];
        }

        var isOneNetwork = subnet.Parent is { } network && network == otherSubnet.Parent;
        return [Judgement.Against(
            rule,
            path,
            $"{what} and {other} are in {(isOneNetwork ? "two subnets of one network" : "two networks")}: "
            + $"`{subnet}` and `{otherSubnet}`",
            "put both into one subnet")];
    }
}
