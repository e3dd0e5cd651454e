using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists the combinations whose support the pages speak of, whatever the edition.</summary>
/// <remarks>The default is the compute instance; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SupportSubject>))]
public enum SupportSubject
{
    /// <summary>A compute instance in a workspace with private link.</summary>
    [JsonStringEnumMemberName("computeInstanceWithWorkspacePrivateLink")]
    ComputeInstanceWithWorkspacePrivateLink,

    /// <summary>A cluster of Azure Kubernetes Service with private link.</summary>
    [JsonStringEnumMemberName("kubernetesWithPrivateLink")]
    KubernetesWithPrivateLink,

    /// <summary>A storage account with private link.</summary>
    [JsonStringEnumMemberName("storageWithPrivateLink")]
    StorageWithPrivateLink,

    /// <summary>A key vault with private link.</summary>
    [JsonStringEnumMemberName("keyVaultWithPrivateLink")]
    KeyVaultWithPrivateLink,
}
