using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Lists the phases in the life of a node of managed compute, in their order.</summary>
/// <remarks>The default is a node that does not exist yet.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ComputeNodePhase>))]
public enum ComputeNodePhase
{
    /// <summary>There is no machine yet.</summary>
    [JsonStringEnumMemberName("notProvisioned")]
    NotProvisioned,

    /// <summary>The machine waits for a run.</summary>
    [JsonStringEnumMemberName("idle")]
    Idle,

    /// <summary>A run is on it.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>The machine was given back, as no run was queued (ENC-34).</summary>
    [JsonStringEnumMemberName("deprovisioned")]
    Deprovisioned,
}
