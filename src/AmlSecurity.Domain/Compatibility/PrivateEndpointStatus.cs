using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Says how far the connection of a private endpoint has come.</summary>
/// <remarks>The default is <see cref="Pending"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PrivateEndpointStatus>))]
public enum PrivateEndpointStatus
{
    /// <summary>It waits for approval.</summary>
    Pending,

    /// <summary>It is in use.</summary>
    Approved,

    /// <summary>The owner of the resource has refused it.</summary>
    Rejected,

    /// <summary>It was taken away.</summary>
    Disconnected,

    /// <summary>Nobody answered in time.</summary>
    Timeout,
}
