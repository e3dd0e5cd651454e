using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says whose key encrypts a store.</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<KeyOwner>))]
public enum KeyOwner
{
    /// <summary>The rules do not say, or what it depends on is not known.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>Nobody's: it is not stated to be encrypted, which the model takes for not encrypted.</summary>
    [JsonStringEnumMemberName("unencrypted")]
    Unencrypted,

    /// <summary>A key that Microsoft manages.</summary>
    [JsonStringEnumMemberName("microsoft")]
    Microsoft,

    /// <summary>A key of the platform that hosts it. That there is one is general knowledge, not a rule.</summary>
    [JsonStringEnumMemberName("platform")]
    Platform,

    /// <summary>A key that the system makes and that nobody can bring (ENC-38).</summary>
    [JsonStringEnumMemberName("system")]
    System,

    /// <summary>A key of the customer, in a vault of the customer.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,
}
