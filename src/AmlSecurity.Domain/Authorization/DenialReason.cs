using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Says why access is denied. Where several reasons hold, the greatest is given: the one closest to a
/// grant.</summary>
/// <remarks>The default is <see cref="NoAssignment"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DenialReason>))]
public enum DenialReason
{
    /// <summary>Neither the principal nor its groups hold a role on the scope or above it.</summary>
    [JsonStringEnumMemberName("noAssignment")]
    NoAssignment,

    /// <summary>The roles held are not among the definitions, or their reference fits several.</summary>
    [JsonStringEnumMemberName("roleNotFound")]
    RoleNotFound,

    /// <summary>No role held covers the operation.</summary>
    [JsonStringEnumMemberName("notGranted")]
    NotGranted,

    /// <summary>A role held covers the operation and excludes it again.</summary>
    [JsonStringEnumMemberName("excluded")]
    Excluded,

    /// <summary>A role held would grant it, but under a condition that cannot be read.</summary>
    [JsonStringEnumMemberName("conditionUnreadable")]
    ConditionUnreadable,

    /// <summary>A role held would grant it, but under a condition that does not hold.</summary>
    [JsonStringEnumMemberName("conditionNotMet")]
    ConditionNotMet,

    /// <summary>A deny assignment blocks it.</summary>
    [JsonStringEnumMemberName("denyAssignment")]
    DenyAssignment,

    /// <summary>The principal is a guest, and the rule set does not support guests.</summary>
    [JsonStringEnumMemberName("guestNotSupported")]
    GuestNotSupported,
}
