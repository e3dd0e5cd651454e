using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Lists the credentials that a workspace has to do with.</summary>
/// <remarks>The default is the connection string of the storage account; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialKind>))]
public enum CredentialKind
{
    /// <summary>The connection string of the associated storage account.</summary>
    [JsonStringEnumMemberName("storageConnectionString")]
    StorageConnectionString,

    /// <summary>The password of a container registry.</summary>
    [JsonStringEnumMemberName("registryPassword")]
    RegistryPassword,

    /// <summary>The connection string of a datastore.</summary>
    [JsonStringEnumMemberName("datastoreConnectionString")]
    DatastoreConnectionString,

    /// <summary>The SSH password of an HDInsight cluster or a virtual machine that is a compute target.</summary>
    [JsonStringEnumMemberName("computeSshPassword")]
    ComputeSshPassword,

    /// <summary>The SSH key that the service generates to reach such a compute target.</summary>
    [JsonStringEnumMemberName("computeSshKey")]
    ComputeSshKey,

    /// <summary>A password or key that a user supplies.</summary>
    [JsonStringEnumMemberName("userSupplied")]
    UserSupplied,

    /// <summary>What the workspace's own identity signs in with.</summary>
    [JsonStringEnumMemberName("workspaceIdentity")]
    WorkspaceIdentity,

    /// <summary>The key of a web service.</summary>
    [JsonStringEnumMemberName("webServiceKey")]
    WebServiceKey,
}
