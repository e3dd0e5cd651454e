using System.Collections.Immutable;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>The resources that documents declare, apart from those whose condition is false, and what hangs
/// together.</summary>
internal sealed class Estate
{
    public const string WorkspaceType = "Microsoft.MachineLearningServices/workspaces";
    public const string ComputeType = WorkspaceType + "/computes";
    public const string ServiceType = WorkspaceType + "/services";
    public const string StorageType = "Microsoft.Storage/storageAccounts";
    public const string VaultType = "Microsoft.KeyVault/vaults";
    public const string RegistryType = "Microsoft.ContainerRegistry/registries";
    public const string InsightsType = "Microsoft.Insights/components";
    public const string CosmosDbType = "Microsoft.DocumentDB/databaseAccounts";
    public const string ClusterType = "Microsoft.ContainerService/managedClusters";
    public const string NetworkType = "Microsoft.Network/virtualNetworks";
    public const string SubnetType = NetworkType + "/subnets";
    public const string EndpointType = "Microsoft.Network/privateEndpoints";
    public const string ContainerGroupType = "Microsoft.ContainerInstance/containerGroups";

    private static readonly ImmutableArray<string> Telling =
        ["storageAccount", "hbiWorkspace", "friendlyName", "allowPublicAccessWhenBehindVnet"];

    private readonly ImmutableArray<ConfigurationResource> _resources;

    public Estate(IEnumerable<ConfigurationResource> resources) =>
        _resources = [.. resources.Where(resource => resource.Condition != false)];

    public ImmutableArray<ConfigurationResource> All => _resources;

    /// <summary>Determines whether a resource is a workspace. The body of an update does not say its type.</summary>
    public static bool IsWorkspace(ConfigurationResource resource) => resource.Type is { } type
        ? string.Equals(type, WorkspaceType, StringComparison.OrdinalIgnoreCase)
        : Telling.Any(name => resource.Properties[name].Kind != ConfigurationNodeKind.Absent)
            && !resource.Properties.IsUnresolved;

    public IEnumerable<ConfigurationResource> OfType(string type) =>
        _resources.Where(resource => string.Equals(resource.Type, type, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the resource that a node names by its id.</summary>
    /// <returns>The resource, or null if it is not declared here, or nothing tells which it is.</returns>
    public ConfigurationResource? Find(ConfigurationNode reference, string type) =>
        reference.ResourceKey is { } key ? OfType(type).FirstOrDefault(resource => resource.Key == key) : null;

    /// <summary>Lists the compute targets of a workspace. One whose workspace is not told counts to every
    /// workspace.</summary>
    public IEnumerable<ConfigurationResource> ComputesOf(ConfigurationResource workspace) =>
        ChildrenOf(workspace, ComputeType);

    /// <summary>Lists the resources of a type below another. One of which it is not told where it is counts.</summary>
    public IEnumerable<ConfigurationResource> ChildrenOf(ConfigurationResource parent, string type) =>
        OfType(type).Where(child => Belongs(child, parent));

    private static bool Belongs(ConfigurationResource child, ConfigurationResource parent)
    {
        const char Separator = '/';
        return child.Key is not { } mine
            || parent.Key is not { } above
            || mine[..Math.Max(mine.LastIndexOf(Separator), 0)].EndsWith(
                above[(above.IndexOf('|', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
    }
}
