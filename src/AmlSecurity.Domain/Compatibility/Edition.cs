using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists the editions of a workspace.</summary>
/// <remarks>Ordered: the greater one has all that the lesser has. The default is <see cref="Basic"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Edition>))]
public enum Edition
{
    /// <summary>Basic edition.</summary>
    [JsonStringEnumMemberName("basic")]
    Basic,

    /// <summary>Enterprise edition.</summary>
    [JsonStringEnumMemberName("enterprise")]
    Enterprise,
}
