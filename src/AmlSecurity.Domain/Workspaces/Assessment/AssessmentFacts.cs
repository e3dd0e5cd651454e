using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>What no configuration document shows and the rules ask for. What is not set is not known, and what depends
/// on it is undetermined.</summary>
/// <remarks>
/// The facts hold for every workspace that is assessed together. Values of environment variables are looked at and
/// never repeated. Equal by all members, lists in their order; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record AssessmentFacts
{
    /// <summary>Gets facts that know nothing.</summary>
    public static AssessmentFacts None { get; } = new();

    /// <summary>Gets whether Cosmos DB may use customer-managed keys in the subscription (ENC-14).</summary>
    public bool? IsCosmosDbKeyEnabled { get; init; }

    /// <summary>Gets whether the resource providers of Azure Machine Learning and Cosmos DB are registered
    /// (ENC-15).</summary>
    public bool? AreProvidersRegistered { get; init; }

    /// <summary>Gets whether the application of Azure Machine Learning is Contributor on the subscription
    /// (ENC-16).</summary>
    public bool? IsAppContributor { get; init; }

    /// <summary>Gets the subscription of the workspaces, for documents that do not say.</summary>
    public string? Subscription { get; init; }

    /// <summary>Gets what is known of the vault of the customer-managed key (ENC-20, CMK-01).</summary>
    public KeyVaultFacts Vault { get; init; } = new();

    /// <summary>Gets the size of the workspace's customer-managed key in bits (CMK-02).</summary>
    public int? WorkspaceKeyBits { get; init; }

    /// <summary>Gets the size of the storage account's customer-managed key in bits (CMK-02).</summary>
    public int? StorageKeyBits { get; init; }

    /// <summary>Gets whether the data are sensitive (ENC-01).</summary>
    public bool? IsDataSensitive { get; init; }

    /// <summary>Gets the version of Kubernetes of the clusters (ENC-32).</summary>
    public KubernetesVersion? Kubernetes { get; init; }

    /// <summary>Gets whether the disks of the clusters are under a customer-managed key (ENC-30).</summary>
    public bool? AreKubernetesDisksEncrypted { get; init; }

    /// <summary>Gets the host name by which clients call web services (TLS-05).</summary>
    public string? ServiceAddress { get; init; }

    /// <summary>Gets the environment variables of jobs (DATA-03), by name; null if they are not known.</summary>
    public ImmutableSortedDictionary<string, string>? EnvironmentVariables { get; init; }

    /// <summary>Gets ids of runs (DATA-04); null if they are not known.</summary>
    public ImmutableArray<string>? RunIds { get; init; }

    /// <summary>Gets who holds which roles where (IDENT-10); null if no export is at hand.</summary>
    public AccessPolicy? Access { get; init; }

    /// <summary>Gets the object id of the workspace's managed identity (IDENT-10).</summary>
    public PrincipalId? WorkspaceIdentity { get; init; }

    /// <summary>Gets what an access policy of the vault opens to that identity (IDENT-05).</summary>
    public VaultAccess? IdentityVaultAccess { get; init; }

    /// <summary>Gets whether the workspace has taken up the storage account's present access key (SYNC-01).</summary>
    public bool? HasWorkspaceStorageKey { get; init; }

    /// <summary>Gets whether its datastores have (SYNC-01).</summary>
    public bool? HaveDatastoresStorageKey { get; init; }

    /// <summary>Determines whether two sets of facts are the same.</summary>
    /// <param name="other">The other facts.</param>
    /// <returns><see langword="true"/> if they are; policies are compared by reference.</returns>
    public bool Equals(AssessmentFacts? other) =>
        other is not null
        && (IsCosmosDbKeyEnabled, AreProvidersRegistered, IsAppContributor, IsDataSensitive)
            == (other.IsCosmosDbKeyEnabled, other.AreProvidersRegistered, other.IsAppContributor, other.IsDataSensitive)
        && (Subscription, Vault, WorkspaceKeyBits, StorageKeyBits, Kubernetes)
            == (other.Subscription, other.Vault, other.WorkspaceKeyBits, other.StorageKeyBits, other.Kubernetes)
        && (AreKubernetesDisksEncrypted, ServiceAddress, WorkspaceIdentity, IdentityVaultAccess)
            == (other.AreKubernetesDisksEncrypted, other.ServiceAddress, other.WorkspaceIdentity, other.IdentityVaultAccess)
        && (HasWorkspaceStorageKey, HaveDatastoresStorageKey)
            == (other.HasWorkspaceStorageKey, other.HaveDatastoresStorageKey)
        && ReferenceEquals(Access, other.Access)
        && AreSame(EnvironmentVariables, other.EnvironmentVariables)
        && AreSame<string>(RunIds, other.RunIds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        IsCosmosDbKeyEnabled, AreProvidersRegistered, IsAppContributor, IsDataSensitive, Vault, Kubernetes);

    private static bool AreSame<T>(IEnumerable<T>? one, IEnumerable<T>? other) =>
        one is null ? other is null : other is not null && one.SequenceEqual(other);
}
