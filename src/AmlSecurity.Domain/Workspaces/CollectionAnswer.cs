using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says whether data may be collected.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CollectionAnswer>))]
public enum CollectionAnswer
{
    /// <summary>The rules do not say, or what they depend on is not known.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>It is not collected.</summary>
    [JsonStringEnumMemberName("no")]
    No,

    /// <summary>It may be collected.</summary>
    [JsonStringEnumMemberName("yes")]
    Yes,
}
