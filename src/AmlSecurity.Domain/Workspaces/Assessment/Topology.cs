using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>The network topology of a workspace as documents tell it, with the place of each part (DEC-17): what is
/// not declared at all is attached to nothing, what is only referred to is not known.</summary>
internal sealed class Topology
{
    private const string WorkspaceGroup = "amlworkspace";

    private readonly Estate _estate;
    private readonly WorkspaceConfiguration _workspace;
    private readonly Dictionary<TopologyElement, ConfigurationNode> _places = [];

    public Topology(Estate estate, WorkspaceConfiguration workspace)
    {
        _estate = estate;
        _workspace = workspace;
        Value = Read();
    }

    /// <summary>Keeps the places, and takes another topology instead of what the documents tell.</summary>
    public Topology(Estate estate, WorkspaceConfiguration workspace, NetworkTopology wanted)
        : this(estate, workspace) => Value = wanted;

    public NetworkTopology Value { get; }

    /// <summary>Finds the place that says how an element is.</summary>
    public ConfigurationNode PlaceOf(TopologyElement element) =>
        _places.TryGetValue(element, out var place) ? place : _workspace.Properties;

    private NetworkTopology Read()
    {
        var topology = NetworkTopology.Open.WithCustomerManagedKey(_workspace.HasCustomerManagedKey);
        _places[TopologyElement.CustomerManagedKey] = _workspace.EncryptionStatus;
        var link = PrivateEndpoints.Of(_estate, IsWorkspace, _workspace.Resource);
        Note(TopologyElement.WorkspacePrivateLink, link);
        topology = topology.WithWorkspacePrivateLink(link.How is { } how ? how == NetworkAttachment.PrivateLink : null);
        return topology
            .With(AssociatedResource.Storage, Associated(
                TopologyElement.Storage, _workspace.StorageAccount, Estate.StorageType, "networkAcls"))
            .With(AssociatedResource.KeyVault, Associated(
                TopologyElement.KeyVault, _workspace.KeyVault, Estate.VaultType, "networkAcls"))
            .With(AssociatedResource.ContainerRegistry, Associated(
                TopologyElement.ContainerRegistry,
                _workspace.ContainerRegistry,
                Estate.RegistryType,
                "networkRuleSet"))
            .With(AssociatedResource.ApplicationInsights, Associated(
                TopologyElement.ApplicationInsights, _workspace.ApplicationInsights, Estate.InsightsType, acls: null))
            .With(AssociatedResource.CosmosDb, CosmosDb())
            .With(AssociatedResource.Compute, Compute());
    }

    private NetworkAttachment? Associated(
        TopologyElement element, ConfigurationNode reference, string type, string? acls)
    {
        var declared = _estate.Find(reference, type);
        var attached = Shared(type).And(PrivateEndpoints.Of(_estate, Named, declared));
        if (declared is null && (reference.IsGiven || reference.IsUnresolved))
        {
            attached = attached.And(new Attached(null, reference));
        }
        else if (declared is not null && acls is not null)
        {
            attached = attached.And(Walled(declared, declared.Properties[acls]));
        }

        return Note(element, attached);

        bool? Named(ConfigurationNode connection) =>
            connection["privateLinkServiceId"].ResourceKey is not { } key ? null
            : reference.ResourceKey is { } mine ? key == mine
            : key.StartsWith($"{CaseFolding.Fold(type)}|", StringComparison.Ordinal) ? null
            : false;
    }

    // The instance of the workspace is made by the service: only a shared private link tells of its network.
    private NetworkAttachment? CosmosDb() => Note(TopologyElement.CosmosDb, Shared(Estate.CosmosDbType));

    private NetworkAttachment? Compute()
    {
        var attached = Attached.None;
        foreach (var compute in _estate.ComputesOf(_workspace.Resource))
        {
            attached = attached.And(Conditional(compute, ComputeNetwork.Of(compute)));
        }

        foreach (var cluster in _estate.OfType(Estate.ClusterType))
        {
            var isPrivate = cluster.Properties["apiServerAccessProfile"]["enablePrivateCluster"];
            attached = attached.And(Conditional(cluster, new Attached(
                isPrivate.IsUnresolved ? null
                    : isPrivate.AsBoolean == true ? NetworkAttachment.PrivateLink
                    : NetworkAttachment.None,
                isPrivate)));
        }

        return Note(TopologyElement.Compute, attached);
    }

    // A shared private link of the workspace itself leads to a resource of some type.
    private Attached Shared(string type)
    {
        var list = _workspace.Properties["sharedPrivateLinkResources"];
        if (list.IsUnresolved)
        {
            return new Attached(null, list);
        }

        var found = Attached.None;
        foreach (var link in list.Items)
        {
            var target = link["properties"]["privateLinkResourceId"];
            var state = LeadsTo(target, type) switch
            {
                true => PrivateEndpoints.StateOf(link["properties"]["status"]),
                false => NetworkAttachment.None,
                null => (NetworkAttachment?)null,
            };
            found = found.And(new Attached(state, target));
        }

        return found;
    }

    private static bool? LeadsTo(ConfigurationNode target, string type) => target.ResourceKey is { } key
        ? key.StartsWith($"{CaseFolding.Fold(type)}|", StringComparison.Ordinal)
            || key.StartsWith($"{CaseFolding.Fold(type)}/", StringComparison.Ordinal)
        : null;

    private static Attached Walled(ConfigurationResource declared, ConfigurationNode acls)
    {
        if (acls.IsUnresolved)
        {
            return new Attached(null, acls);
        }

        var rules = acls["virtualNetworkRules"];
        var action = acls["defaultAction"];
        NetworkAttachment? how =
            rules.IsUnresolved || action.IsUnresolved ? null
            : !rules.Items.IsEmpty || IsDenied(action) ? NetworkAttachment.VirtualNetwork
            : NetworkAttachment.None;
        return Conditional(declared, new Attached(how, acls));
    }

    private static bool IsDenied(ConfigurationNode action) =>
        string.Equals(action.AsText, "Deny", StringComparison.OrdinalIgnoreCase);

    // What may not be deployed may not be attached either.
    private static Attached Conditional(ConfigurationResource resource, Attached attached) =>
        resource.Condition == true || attached.How == NetworkAttachment.None
            ? attached
            : attached with { How = null };

    private NetworkAttachment? Note(TopologyElement element, Attached attached)
    {
        if (attached.Where is { } where)
        {
            _places[element] = where;
        }

        return attached.How;
    }

    private bool? IsWorkspace(ConfigurationNode connection) =>
        (connection["privateLinkServiceId"].ResourceKey, _workspace.Resource.Key) switch
        {
            ({ } key, { } mine) => key == mine,
            ({ } key, null) when !key.StartsWith(
                $"{CaseFolding.Fold(Estate.WorkspaceType)}|", StringComparison.Ordinal) => false,
            _ => IsWorkspaceGroup(connection["groupIds"]),
        };

    // The group tells the kind of resource at the other end, and which one if there is only one.
    private bool? IsWorkspaceGroup(ConfigurationNode groups)
    {
        var words = groups.Items.Select(group => group.AsText).ToList();
        return words.Contains(WorkspaceGroup, StringComparer.OrdinalIgnoreCase)
            ? _estate.All.Count(Estate.IsWorkspace) == 1 ? true : null
            : groups.IsUnresolved || words.Count == 0 || words.Contains(null) ? null : false;
    }
}
