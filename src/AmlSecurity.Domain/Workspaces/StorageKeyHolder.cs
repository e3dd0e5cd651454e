using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says who goes by an access key of a storage account (SYNC-01).</summary>
/// <remarks>The default is <see cref="Workspace"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StorageKeyHolder>))]
public enum StorageKeyHolder
{
    /// <summary>The workspace.</summary>
    [JsonStringEnumMemberName("workspace")]
    Workspace,

    /// <summary>Its datastores on that account, all of them.</summary>
    [JsonStringEnumMemberName("datastores")]
    Datastores,
}
