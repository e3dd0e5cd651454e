using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Lists the data that the rules speak of.</summary>
/// <remarks>The default is snapshots of source code; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DataItem>))]
public enum DataItem
{
    /// <summary>Snapshots of source code (ENC-03, FLOW-08).</summary>
    [JsonStringEnumMemberName("snapshots")]
    Snapshots,

    /// <summary>What runs put out (ENC-03).</summary>
    [JsonStringEnumMemberName("outputs")]
    Outputs,

    /// <summary>Logs of runs (ENC-03).</summary>
    [JsonStringEnumMemberName("logs")]
    Logs,

    /// <summary>What automated machine learning makes on its way (DATA-06).</summary>
    [JsonStringEnumMemberName("automatedMlData")]
    AutomatedMlData,

    /// <summary>The code that manages a run on its compute target (FLOW-13).</summary>
    [JsonStringEnumMemberName("managementCode")]
    ManagementCode,

    /// <summary>Data to train on (ENC-06).</summary>
    [JsonStringEnumMemberName("trainingData")]
    TrainingData,

    /// <summary>Training data staged on a node (ENC-36).</summary>
    [JsonStringEnumMemberName("stagedData")]
    StagedData,

    /// <summary>Metrics of runs (ENC-11).</summary>
    [JsonStringEnumMemberName("metrics")]
    Metrics,

    /// <summary>Metadata, among them the history of runs (ENC-11, ENC-13).</summary>
    [JsonStringEnumMemberName("metadata")]
    Metadata,

    /// <summary>Docker images (ENC-26).</summary>
    [JsonStringEnumMemberName("images")]
    Images,

    /// <summary>A web service as it is deployed (ENC-28, ENC-30).</summary>
    [JsonStringEnumMemberName("deployedService")]
    DeployedService,

    /// <summary>The operating system of a machine (ENC-31, ENC-33).</summary>
    [JsonStringEnumMemberName("operatingSystem")]
    OperatingSystem,

    /// <summary>Data of pipelines on Databricks (ENC-39).</summary>
    [JsonStringEnumMemberName("pipelineData")]
    PipelineData,

    /// <summary>Details of scoring requests (MON-04).</summary>
    [JsonStringEnumMemberName("scoringDetails")]
    ScoringDetails,

    /// <summary>The connection string of the workspace's storage account (KV-01).</summary>
    [JsonStringEnumMemberName("storageConnection")]
    StorageConnection,

    /// <summary>Passwords of registries (KV-01).</summary>
    [JsonStringEnumMemberName("registryPasswords")]
    RegistryPasswords,

    /// <summary>Connection strings of datastores (KV-01).</summary>
    [JsonStringEnumMemberName("datastoreConnections")]
    DatastoreConnections,

    /// <summary>Passwords and keys for SSH to compute targets (KV-02, KV-03).</summary>
    [JsonStringEnumMemberName("sshCredentials")]
    SshCredentials,

    /// <summary>Names of resources, collected for diagnostics (DATA-01).</summary>
    [JsonStringEnumMemberName("resourceNames")]
    ResourceNames,

    /// <summary>Environment variables of jobs, collected for diagnostics (DATA-01, DATA-03).</summary>
    [JsonStringEnumMemberName("environmentVariables")]
    EnvironmentVariables,

    /// <summary>Ids of runs in telemetry (DATA-04).</summary>
    [JsonStringEnumMemberName("runIds")]
    RunIds,

    /// <summary>Telemetry of web services (FLOW-21).</summary>
    [JsonStringEnumMemberName("serviceTelemetry")]
    ServiceTelemetry,

    /// <summary>Training scripts on the user's machine (FLOW-07).</summary>
    [JsonStringEnumMemberName("localScripts")]
    LocalScripts,
}
