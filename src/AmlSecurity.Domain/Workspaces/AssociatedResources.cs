using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>A workspace and the resources that its identity is given access to.</summary>
/// <remarks>
/// Each id is of its type and in a resource group, which need not be one and the same. A placeholder in an id is
/// compared as it stands. Equal by the ids, hence ignoring case; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record AssociatedResources
{
    private AssociatedResources(
        ResourceId workspace, ResourceId storageAccount, ResourceId keyVault, ResourceId? containerRegistry)
    {
        Workspace = workspace;
        StorageAccount = storageAccount;
        KeyVault = keyVault;
        ContainerRegistry = containerRegistry;
    }

    /// <summary>Gets the id of the workspace itself.</summary>
    public ResourceId Workspace { get; }

    /// <summary>Gets the id of its storage account.</summary>
    public ResourceId StorageAccount { get; }

    /// <summary>Gets the id of its key vault.</summary>
    public ResourceId KeyVault { get; }

    /// <summary>Gets the id of its container registry; null while that does not exist, since it is made when it is
    /// first needed.</summary>
    public ResourceId? ContainerRegistry { get; }

    /// <summary>Gets the resource group that holds the workspace.</summary>
    public ResourceId WorkspaceGroup => GroupOf(Workspace);

    /// <summary>Gets the resource group that holds the key vault.</summary>
    public ResourceId KeyVaultGroup => GroupOf(KeyVault);

    /// <summary>Creates the set from ids.</summary>
    /// <param name="workspace">The id of the workspace.</param>
    /// <param name="storageAccount">The id of its storage account.</param>
    /// <param name="keyVault">The id of its key vault.</param>
    /// <param name="containerRegistry">The id of its container registry, or null while there is none.</param>
    /// <returns>The set, or which id is not what it should be.</returns>
    public static OneOf<AssociatedResources, AssociatedResourcesFault> Create(
        ResourceId workspace, ResourceId storageAccount, ResourceId keyVault, ResourceId? containerRegistry)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(storageAccount);
        ArgumentNullException.ThrowIfNull(keyVault);
        var fault = FaultOf(workspace, GrantedResource.Workspace)
            ?? FaultOf(storageAccount, GrantedResource.StorageAccount)
            ?? FaultOf(keyVault, GrantedResource.KeyVault)
            ?? (containerRegistry is null ? null : FaultOf(containerRegistry, GrantedResource.ContainerRegistry));
        return fault is { } wrong
            ? wrong
            : new AssociatedResources(workspace, storageAccount, keyVault, containerRegistry);
    }

    private static AssociatedResourcesFault? FaultOf(ResourceId id, GrantedResource resource)
    {
        if (id.IsExtension || !string.Equals(id.ResourceType, TypeOf(resource), StringComparison.OrdinalIgnoreCase))
        {
            return new AssociatedResourcesFault(AssociatedResourcesFaultKind.OfAnotherType, resource);
        }

        return id.ResourceGroup is null
            ? new AssociatedResourcesFault(AssociatedResourcesFaultKind.OutsideOfAResourceGroup, resource)
            : null;
    }

    private static string TypeOf(GrantedResource resource) => resource switch
    {
        GrantedResource.Workspace => "Microsoft.MachineLearningServices/workspaces",
        GrantedResource.StorageAccount => "Microsoft.Storage/storageAccounts",
        GrantedResource.KeyVault => "Microsoft.KeyVault/vaults",
        _ => "Microsoft.ContainerRegistry/registries",
    };

    private static ResourceId GroupOf(ResourceId id) =>
        id.Ancestors().First(above => above.Level == ScopeLevel.ResourceGroup);
}
