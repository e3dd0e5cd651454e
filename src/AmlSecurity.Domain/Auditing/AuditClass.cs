using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Says where an operation leaves a trace (DEC-12).</summary>
/// <remarks>The default is <see cref="NotStated"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AuditClass>))]
public enum AuditClass
{
    /// <summary>No source says whether it is recorded.</summary>
    [JsonStringEnumMemberName("notStated")]
    NotStated,

    /// <summary>It leaves no trace.</summary>
    [JsonStringEnumMemberName("notLogged")]
    NotLogged,

    /// <summary>It may show in the workspace's area of activities, which does not tell who did it (MON-07).</summary>
    [JsonStringEnumMemberName("unattributedActivity")]
    UnattributedActivity,

    /// <summary>It is in a resource log of the workspace, which is kept only where a diagnostic setting sends
    /// it.</summary>
    [JsonStringEnumMemberName("resourceLog")]
    ResourceLog,

    /// <summary>It is in the activity log, with its initiator.</summary>
    [JsonStringEnumMemberName("activityLog")]
    ActivityLog,
}
