using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Says how a resource is closed off from the public network.</summary>
/// <remarks>Ordered: of two on one resource the greater counts (DEC-17). The default is <see cref="None"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<NetworkAttachment>))]
public enum NetworkAttachment
{
    /// <summary>Not at all.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It is in a virtual network, or open to one only.</summary>
    [JsonStringEnumMemberName("vnet")]
    VirtualNetwork,

    /// <summary>It is reached through a private endpoint.</summary>
    [JsonStringEnumMemberName("privateLink")]
    PrivateLink,
}
