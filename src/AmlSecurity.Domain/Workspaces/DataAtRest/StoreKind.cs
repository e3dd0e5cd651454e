using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Lists the places where a workspace and what belongs to it keep data.</summary>
/// <remarks>The default is the blob storage of the workspace; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StoreKind>))]
public enum StoreKind
{
    /// <summary>Blobs in the storage account of the workspace (ENC-03).</summary>
    [JsonStringEnumMemberName("workspaceBlobs")]
    WorkspaceBlobs,

    /// <summary>File shares in the same storage account (FLOW-04, FLOW-13).</summary>
    [JsonStringEnumMemberName("workspaceFiles")]
    WorkspaceFiles,

    /// <summary>Storage of the user, mounted on compute targets (ENC-06).</summary>
    [JsonStringEnumMemberName("trainingStorage")]
    TrainingStorage,

    /// <summary>The Cosmos DB instance that many workspaces share (ENC-12).</summary>
    [JsonStringEnumMemberName("sharedCosmosDb")]
    SharedCosmosDb,

    /// <summary>The Cosmos DB instance of one workspace with a customer-managed key (ENC-13).</summary>
    [JsonStringEnumMemberName("dedicatedCosmosDb")]
    DedicatedCosmosDb,

    /// <summary>The registry of images (ENC-26).</summary>
    [JsonStringEnumMemberName("containerRegistry")]
    ContainerRegistry,

    /// <summary>A web service on Azure Container Instances (ENC-28).</summary>
    [JsonStringEnumMemberName("containerInstance")]
    ContainerInstance,

    /// <summary>Disks of the machines of a Kubernetes cluster (ENC-31).</summary>
    [JsonStringEnumMemberName("kubernetesDisks")]
    KubernetesDisks,

    /// <summary>The disk of the operating system of a node of managed compute (ENC-33).</summary>
    [JsonStringEnumMemberName("computeOsDisk")]
    ComputeOsDisk,

    /// <summary>The local temporary disk of a node of managed compute (ENC-36).</summary>
    [JsonStringEnumMemberName("computeTemporaryDisk")]
    ComputeTemporaryDisk,

    /// <summary>The file system of Azure Databricks (ENC-39).</summary>
    [JsonStringEnumMemberName("databricksFileSystem")]
    DatabricksFileSystem,

    /// <summary>Application Insights of the workspace (MON-04).</summary>
    [JsonStringEnumMemberName("applicationInsights")]
    ApplicationInsights,

    /// <summary>The vault of the workspace (KV-01).</summary>
    [JsonStringEnumMemberName("workspaceVault")]
    WorkspaceVault,

    /// <summary>The vault of Microsoft that holds SSH credentials (KV-02).</summary>
    [JsonStringEnumMemberName("microsoftVault")]
    MicrosoftVault,

    /// <summary>Where Microsoft keeps what it collects for diagnostics (DATA-02).</summary>
    [JsonStringEnumMemberName("diagnostics")]
    Diagnostics,

    /// <summary>Telemetry that goes to Microsoft (FLOW-21, DATA-04).</summary>
    [JsonStringEnumMemberName("telemetry")]
    Telemetry,

    /// <summary>The machine of the user, with the scripts (FLOW-07).</summary>
    [JsonStringEnumMemberName("localMachine")]
    LocalMachine,
}
