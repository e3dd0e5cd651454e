using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says what <c>hbi_workspace</c> does to data (ENC-02).</summary>
/// <remarks>The default is <see cref="None"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<HbiEffect>))]
public enum HbiEffect
{
    /// <summary>Nothing that the rules tell of.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>They are not collected (DATA-05, DEC-05).</summary>
    [JsonStringEnumMemberName("stopsCollection")]
    StopsCollection,

    /// <summary>They are encrypted where they were not (ENC-37).</summary>
    [JsonStringEnumMemberName("encrypts")]
    Encrypts,

    /// <summary>Whether it does anything is not stated (DEC-05).</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,
}
