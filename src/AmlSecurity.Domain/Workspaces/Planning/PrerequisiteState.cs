using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.Planning;

/// <summary>Says whether a prerequisite is met.</summary>
/// <remarks>The default is <see cref="NotKnown"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PrerequisiteState>))]
public enum PrerequisiteState
{
    /// <summary>The facts do not say.</summary>
    [JsonStringEnumMemberName("notKnown")]
    NotKnown,

    /// <summary>It has still to be done.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>It is done.</summary>
    [JsonStringEnumMemberName("met")]
    Met,
}
