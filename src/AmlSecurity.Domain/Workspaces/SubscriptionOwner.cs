using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says whose subscription something lies in.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SubscriptionOwner>))]
public enum SubscriptionOwner
{
    /// <summary>The rules do not say.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>Nobody's, as it lies nowhere.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The customer's.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,

    /// <summary>One that Microsoft owns.</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,
}
