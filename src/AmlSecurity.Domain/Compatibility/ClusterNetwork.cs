using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>The address ranges of a cluster of Azure Kubernetes Service in a virtual network (VNET-05).</summary>
/// <param name="ServiceRange">The range of its services; null if it is not known.</param>
/// <param name="DnsAddress">The address of its name service; null if it is not known.</param>
/// <param name="DockerBridge">The range of the Docker bridge; null if it is not known.</param>
/// <param name="Subnets">The ranges of the subnets of the network; null if they are not known.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ClusterNetwork(
    AddressRange? ServiceRange,
    NetworkAddress? DnsAddress,
    AddressRange? DockerBridge,
    ImmutableArray<AddressRange>? Subnets)
{
    /// <summary>Judges the ranges: services apart from every subnet, the name service among the services, the bridge
    /// apart from both.</summary>
    /// <param name="path">Where the network profile of the cluster is, as a JSON path.</param>
    /// <returns>A violation for each overlap and for an address outside, undetermined for what is not known.</returns>
    public ImmutableArray<Finding> Assess(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (service, bridge) = ($"{path}.serviceCidr", $"{path}.dockerBridgeCidr");
        return
        [
            .. ApartFromSubnets("range of services", ServiceRange, service),
            .. AssessDns($"{path}.dnsServiceIP"),
            .. ApartFromSubnets("Docker bridge", DockerBridge, bridge),
            .. ServiceRange is null || DockerBridge is null
                ? [Open(bridge, "whether Docker bridge and range of services overlap is not known")]
                : Apart("Docker bridge", DockerBridge, "range of services", ServiceRange, bridge),
        ];
    }

    /// <summary>Determines whether another network has the same ranges.</summary>
    /// <param name="other">The other network.</param>
    /// <returns><see langword="true"/> if it has, the subnets in the same order.</returns>
    public bool Equals(ClusterNetwork? other) =>
        other is not null
        && (ServiceRange, DnsAddress, DockerBridge) == (other.ServiceRange, other.DnsAddress, other.DockerBridge)
        && (Subnets is { } mine
            ? other.Subnets is { } others && mine.SequenceEqual(others)
            : other.Subnets is null);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ServiceRange, DnsAddress, DockerBridge, Subnets?.Length);

    private static Finding Open(string path, string message) =>
        Judgement.Open(CompatibilityRules.ClusterRanges, path, message);

    private static ImmutableArray<Finding> Apart(
        string what, AddressRange range, string other, AddressRange otherRange, string path) =>
        range.Overlaps(otherRange)
            ? [Judgement.Against(
                CompatibilityRules.ClusterRanges,
                path,
                $"the {what} `{range}` overlaps the {other} `{otherRange}`",
                "choose a range that nothing else uses")]
            : [];

    private ImmutableArray<Finding> ApartFromSubnets(string what, AddressRange? range, string path) =>
        range is null || Subnets is not { } subnets
            ? [Open(path, $"whether the {what} overlaps a subnet is not known")]
            : [.. subnets.SelectMany(subnet => Apart(what, range, "subnet", subnet, path))];

    private ImmutableArray<Finding> AssessDns(string path) =>
        ServiceRange is null || DnsAddress is null
            ? [Open(path, "whether the address of the name service is in the range of services is not known")]
            : ServiceRange.Contains(DnsAddress)
                ? []
                : [Judgement.Against(
                    CompatibilityRules.ClusterRanges,
                    path,
                    $"the address `{DnsAddress}` of the name service is not in the range of services `{ServiceRange}`",
                    "choose an address in that range")];
}
