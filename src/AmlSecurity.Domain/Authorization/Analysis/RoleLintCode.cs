using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Lists what <see cref="RoleLint"/> finds in roles.</summary>
/// <remarks>The default is <see cref="Duplicate"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoleLintCode>))]
public enum RoleLintCode
{
    /// <summary>An entry stands in its list more than once, ignoring case and surrounding blanks. Said once for
    /// each.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>Another entry of the list covers everything that this one does.</summary>
    [JsonStringEnumMemberName("subsumed")]
    Subsumed,

    /// <summary>An exclusion meets no entry of its block, so that it takes nothing away.</summary>
    [JsonStringEnumMemberName("dead-exclusion")]
    DeadExclusion,

    /// <summary>Another block grants what an exclusion takes away, all or part of it.</summary>
    [JsonStringEnumMemberName("undone-exclusion")]
    UndoneExclusion,

    /// <summary>What the role grants depends on whether a star between two slashes covers nothing, too.</summary>
    [JsonStringEnumMemberName("reading-dependent")]
    ReadingDependent,

    /// <summary>An entry is irregular: it matches nothing, or is not written as an entry is.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>The role grants nothing on either plane.</summary>
    [JsonStringEnumMemberName("grants-nothing")]
    GrantsNothing,

    /// <summary>Who holds the role can obtain more than it grants.</summary>
    [JsonStringEnumMemberName("escalation")]
    Escalation,

    /// <summary>An entry matches operations of the other plane only.</summary>
    [JsonStringEnumMemberName("wrong-plane")]
    WrongPlane,

    /// <summary>An entry matches no operation of the inventory.</summary>
    [JsonStringEnumMemberName("unknown-operation")]
    UnknownOperation,

    /// <summary>A wildcard for reading covers a read that returns a secret.</summary>
    [JsonStringEnumMemberName("secret-returning")]
    SecretReturning,

    /// <summary>Another role of the list has the same permissions.</summary>
    [JsonStringEnumMemberName("equal-roles")]
    EqualRoles,

    /// <summary>The role cannot be assigned at a scope that it names.</summary>
    [JsonStringEnumMemberName("unassignable-scope")]
    UnassignableScope,

    /// <summary>The condition of a block targets nothing that the block grants, or holds for all of it.</summary>
    [JsonStringEnumMemberName("condition-never-applies")]
    ConditionNeverApplies,
}
