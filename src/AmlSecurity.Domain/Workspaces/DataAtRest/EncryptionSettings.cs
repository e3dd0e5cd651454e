namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>How a workspace and what belongs to it are set up to be encrypted. What is null is not known.</summary>
/// <param name="HbiWorkspace">Whether <c>hbi_workspace</c> was set at creation (ENC-01).</param>
/// <param name="WorkspaceKey">Whether the workspace was created with a customer-managed key (ENC-17).</param>
/// <param name="StorageKey">Whether its storage account is under a key of the customer (ENC-05).</param>
/// <param name="TrainingStorageKey">Whether the storage of the training data is.</param>
/// <param name="RegistryKey">Whether its registry is (ENC-27).</param>
/// <param name="ContainerInstanceKey">Whether its services on Azure Container Instances are (ENC-29).</param>
/// <param name="KubernetesKey">Whether the disks of its Kubernetes cluster are (ENC-30).</param>
/// <param name="DatabricksKey">Whether the file system of its Databricks workspace is (ENC-40).</param>
/// <remarks>Equal by all members; no order. The default knows nothing. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record EncryptionSettings(
    bool? HbiWorkspace = null,
    bool? WorkspaceKey = null,
    bool? StorageKey = null,
    bool? TrainingStorageKey = null,
    bool? RegistryKey = null,
    bool? ContainerInstanceKey = null,
    bool? KubernetesKey = null,
    bool? DatabricksKey = null)
{
    /// <summary>Gets what a workspace has whose creator chose nothing: Microsoft's keys and no flag.</summary>
    public static EncryptionSettings Defaults { get; } =
        new(false, false, false, false, false, false, false, false);

    /// <summary>Gets whether a store is under a key of the customer.</summary>
    /// <param name="store">The store.</param>
    /// <returns>Yes, no, or null if it is not known; no for a store that cannot be, and for one of which nothing is
    /// stated.</returns>
    public bool? IsUnderCustomerKey(StoreKind store) => store switch
    {
        StoreKind.WorkspaceBlobs or StoreKind.WorkspaceFiles => StorageKey,
        StoreKind.TrainingStorage => TrainingStorageKey,
        StoreKind.DedicatedCosmosDb => WorkspaceKey,
        StoreKind.ContainerRegistry => RegistryKey,
        StoreKind.ContainerInstance => ContainerInstanceKey,
        StoreKind.KubernetesDisks => KubernetesKey,
        StoreKind.DatabricksFileSystem => DatabricksKey,
        _ => false,
    };
}
