using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Says whether a hosting target has a form of authentication, and how it starts (AUTHN-11).</summary>
/// <remarks>The default is <see cref="NotAvailable"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FormAvailability>))]
public enum FormAvailability
{
    /// <summary>It has not.</summary>
    [JsonStringEnumMemberName("notAvailable")]
    NotAvailable,

    /// <summary>It has, and a service starts without.</summary>
    [JsonStringEnumMemberName("offByDefault")]
    OffByDefault,

    /// <summary>It has, and a service starts with it.</summary>
    [JsonStringEnumMemberName("onByDefault")]
    OnByDefault,
}
