using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists the five data flows of the source page.</summary>
/// <remarks>The default is the first; ordered as a workspace lives through them.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DataFlow>))]
public enum DataFlow
{
    /// <summary>A workspace is created (FLOW-01 to FLOW-05).</summary>
    [JsonStringEnumMemberName("createWorkspace")]
    CreateWorkspace,

    /// <summary>Source code is saved (FLOW-06 to FLOW-08).</summary>
    [JsonStringEnumMemberName("saveSource")]
    SaveSource,

    /// <summary>A model is trained (FLOW-09 to FLOW-13).</summary>
    [JsonStringEnumMemberName("training")]
    Training,

    /// <summary>Metrics are written and read (FLOW-14 and FLOW-15).</summary>
    [JsonStringEnumMemberName("metrics")]
    Metrics,

    /// <summary>A web service is made and called (FLOW-16 to FLOW-21).</summary>
    [JsonStringEnumMemberName("webService")]
    WebService,
}
