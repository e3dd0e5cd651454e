using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says where a run trains: on managed compute, or on one of three kinds that are not managed (FLOW-11,
/// DEC-07).</summary>
/// <remarks>The default is managed; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TrainingTarget>))]
public enum TrainingTarget
{
    /// <summary>Machine Learning Compute, which Microsoft manages (FLOW-13).</summary>
    [JsonStringEnumMemberName("managedCompute")]
    ManagedCompute,

    /// <summary>A virtual machine of the user (FLOW-12).</summary>
    [JsonStringEnumMemberName("virtualMachine")]
    VirtualMachine,

    /// <summary>An HDInsight cluster of the user (FLOW-12).</summary>
    [JsonStringEnumMemberName("hdInsight")]
    HDInsight,

    /// <summary>The machine of the user (FLOW-12).</summary>
    [JsonStringEnumMemberName("local")]
    Local,
}
