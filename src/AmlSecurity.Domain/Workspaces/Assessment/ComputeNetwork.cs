using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Reads how a compute target of a workspace is attached.</summary>
internal static class ComputeNetwork
{
    /// <summary>Gets the place where a compute target names its subnet.</summary>
    public static ConfigurationNode SubnetOf(ConfigurationResource compute)
    {
        var properties = compute.Properties["properties"];
        var networking = properties["aksNetworkingConfiguration"];
        return networking.Kind == ConfigurationNodeKind.Absent ? properties["subnet"]["id"] : networking["subnetId"];
    }

    public static Attached Of(ConfigurationResource compute)
    {
        var subnet = SubnetOf(compute);
        return new Attached(
            subnet.ResourceKey is not null || subnet.IsGiven ? NetworkAttachment.VirtualNetwork
                : subnet.IsUnresolved ? null
                : NetworkAttachment.None,
            subnet);
    }

    /// <summary>Determines whether a compute target is of a type.</summary>
    /// <returns>Whether it is; null if the document does not decide.</returns>
    public static bool? IsOf(ConfigurationResource compute, string type)
    {
        var node = compute.Properties["computeType"];
        return node.IsUnresolved
            ? null
            : string.Equals(node.AsText, type, StringComparison.OrdinalIgnoreCase);
    }
}
