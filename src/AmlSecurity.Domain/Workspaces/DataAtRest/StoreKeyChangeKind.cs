using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says what was done to the key of a store.</summary>
/// <remarks>The default is a rotation; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StoreKeyChangeKind>))]
public enum StoreKeyChangeKind
{
    /// <summary>A newer version is to be used (ENC-07, ENC-25).</summary>
    [JsonStringEnumMemberName("rotated")]
    Rotated,

    /// <summary>The version in use was disabled (ENC-08, ENC-25).</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,

    /// <summary>The version in use was enabled again.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored,
}
