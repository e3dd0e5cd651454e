using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says who holds an access key of the workspace's storage account and must learn of a new one
/// (SYNC-01).</summary>
/// <remarks>The default is the workspace; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StorageKeyHolder>))]
public enum StorageKeyHolder
{
    /// <summary>The workspace, which follows by itself (SYNC-02).</summary>
    [JsonStringEnumMemberName("workspace")]
    Workspace,

    /// <summary>Its datastores, which have to be updated.</summary>
    [JsonStringEnumMemberName("datastores")]
    Datastores,
}
