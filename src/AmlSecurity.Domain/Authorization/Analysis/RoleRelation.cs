using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Says how what one role grants stands to what another grants.</summary>
/// <remarks>The default is <see cref="Equal"/>, which no comparison gives unless it holds.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoleRelation>))]
public enum RoleRelation
{
    /// <summary>Both grant the same; so do two roles that grant nothing.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>The first grants less, and nothing else; so does a role that grants nothing.</summary>
    [JsonStringEnumMemberName("narrower")]
    Narrower,

    /// <summary>The first grants more, and everything that the second does.</summary>
    [JsonStringEnumMemberName("wider")]
    Wider,

    /// <summary>Each grants something that the other does not, and both grant something in common.</summary>
    [JsonStringEnumMemberName("overlapping")]
    Overlapping,

    /// <summary>Both grant something, and nothing in common.</summary>
    [JsonStringEnumMemberName("disjoint")]
    Disjoint,
}
