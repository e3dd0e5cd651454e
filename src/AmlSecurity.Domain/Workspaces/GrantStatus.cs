using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says how it stands with one grant of a workspace's identity.</summary>
/// <remarks>The default is <see cref="Undetermined"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GrantStatus>))]
public enum GrantStatus
{
    /// <summary>The export does not say, or not for certain.</summary>
    [JsonStringEnumMemberName("undetermined")]
    Undetermined,

    /// <summary>The identity has it, directly, inherited or through a group.</summary>
    [JsonStringEnumMemberName("present")]
    Present,

    /// <summary>The identity does not have it.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>There is nothing yet to be given access to (DEC-15).</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,
}
