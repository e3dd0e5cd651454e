using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says which of the two access keys of a storage account is meant.</summary>
/// <remarks>The default is <see cref="Primary"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StorageKeySlot>))]
public enum StorageKeySlot
{
    /// <summary>The first key, <c>key1</c>.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary>The second key, <c>key2</c>.</summary>
    [JsonStringEnumMemberName("secondary")]
    Secondary,
}
