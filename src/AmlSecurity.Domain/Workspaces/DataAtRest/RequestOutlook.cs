using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Says what becomes of requests.</summary>
/// <remarks>Ordered from good to bad. The default is <see cref="Succeed"/>: nothing is known against them.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RequestOutlook>))]
public enum RequestOutlook
{
    /// <summary>Nothing stands in their way.</summary>
    [JsonStringEnumMemberName("succeed")]
    Succeed,

    /// <summary>They may succeed and may fail: not everybody has noticed a change yet.</summary>
    [JsonStringEnumMemberName("mayFail")]
    MayFail,

    /// <summary>They fail.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,
}
