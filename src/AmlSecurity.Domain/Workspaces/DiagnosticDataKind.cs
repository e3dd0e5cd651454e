using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Lists the data that the rules on diagnostics speak of.</summary>
/// <remarks>The default is names of resources; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DiagnosticDataKind>))]
public enum DiagnosticDataKind
{
    /// <summary>Names of datasets, experiments and other resources (DATA-01).</summary>
    [JsonStringEnumMemberName("resourceNames")]
    ResourceNames,

    /// <summary>Environment variables of jobs (DATA-01, DATA-03).</summary>
    [JsonStringEnumMemberName("environmentVariables")]
    EnvironmentVariables,

    /// <summary>Ids of runs, in telemetry (DATA-04).</summary>
    [JsonStringEnumMemberName("runIds")]
    RunIds,

    /// <summary>Details of requests to web services (DEC-06, DATA-07).</summary>
    [JsonStringEnumMemberName("scoringDetails")]
    ScoringDetails,

    /// <summary>Data that automated machine learning makes on its way (DATA-06).</summary>
    [JsonStringEnumMemberName("automatedMlData")]
    AutomatedMlData,
}
