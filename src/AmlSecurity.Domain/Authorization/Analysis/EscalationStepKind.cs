using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Says what somebody does to obtain more than they have.</summary>
/// <remarks>The default is <see cref="AssignRole"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<EscalationStepKind>))]
public enum EscalationStepKind
{
    /// <summary>Assigns a role to themselves.</summary>
    [JsonStringEnumMemberName("assignRole")]
    AssignRole,

    /// <summary>Widens a custom role that they hold.</summary>
    [JsonStringEnumMemberName("widenRole")]
    WidenRole,

    /// <summary>Runs code as the identity of a resource.</summary>
    [JsonStringEnumMemberName("actAsIdentity")]
    ActAsIdentity,
}
