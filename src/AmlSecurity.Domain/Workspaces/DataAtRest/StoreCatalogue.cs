using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Every store in which data of a workspace rests: ENC-03 to ENC-40, and the stores that only the data flows,
/// the vaults and the rules on diagnostics name.</summary>
/// <remarks>Constants; the rules on data at rest are the same on all dates.</remarks>
public static class StoreCatalogue
{
    /// <summary>Gets a row for each kind of store.</summary>
    public static ImmutableArray<StoreEntry> All { get; } =
    [
        new(
            StoreKind.WorkspaceBlobs,
            StoreOwner.Customer,
            KeyOwner.Microsoft,
            "ENC-04",
            Possible("ENC-05", "set a key of a vault on the storage account", "an RSA key of 2,048 bits"),
            ByItsOwner,
            DataItem.Snapshots,
            DataItem.Outputs,
            DataItem.Logs,
            DataItem.AutomatedMlData),
        new(
            StoreKind.WorkspaceFiles,
            StoreOwner.Customer,
            KeyOwner.Microsoft,
            "FLOW-04",
            Possible("ENC-05", "set a key of a vault on the storage account", "an RSA key of 2,048 bits"),
            ByItsOwner,
            DataItem.ManagementCode),
        new(
            StoreKind.TrainingStorage,
            StoreOwner.Customer,
            KeyOwner.Microsoft,
            "ENC-06",
            Possible("ENC-05", "set a key of a vault on that storage account", "an RSA key of 2,048 bits"),
            ByItsOwner,
            DataItem.TrainingData),
        new(
            StoreKind.SharedCosmosDb,
            StoreOwner.Microsoft,
            KeyOwner.Microsoft,
            "ENC-12",
            Impossible("ENC-13", "a key of one's own comes with an instance of one's own"),
            NotStated,
            DataItem.Metrics,
            DataItem.Metadata),
        new(
            StoreKind.DedicatedCosmosDb,
            StoreOwner.CustomerInManagedGroup,
            KeyOwner.Customer,
            "ENC-22",
            Possible(
                "ENC-17",
                "give `cmk_keyvault` and `resource_cmk_uri` when the workspace is created",
                "see the prerequisites ENC-14 to ENC-21"),
            new StoreDeletion(
                StoreDeletionKind.WithWorkspaceOnly,
                RuleId.Of("ENC-23"),
                "it goes with the workspace that uses it, and cannot be deleted alone"),
            DataItem.Metrics,
            DataItem.Metadata),
        new(
            StoreKind.ContainerRegistry,
            StoreOwner.Customer,
            KeyOwner.Microsoft,
            "ENC-26",
            Possible("ENC-27", "attach an encrypted registry at creation, or encrypt the one that was made"),
            ByItsOwner,
            DataItem.Images),
        new(
            StoreKind.ContainerInstance,
            StoreOwner.Customer,
            KeyOwner.Platform,
            "ENC-28",
            Possible("ENC-29", "deploy with vault address, key name and key version", "all three or none"),
            ByItsOwner,
            DataItem.DeployedService),
        new(
            StoreKind.KubernetesDisks,
            StoreOwner.Customer,
            KeyOwner.Platform,
            "ENC-31",
            Possible("ENC-30", "encrypt the disks of the cluster", "Kubernetes 1.17 or newer (ENC-32)"),
            ByItsOwner,
            DataItem.DeployedService,
            DataItem.OperatingSystem),
        new(
            StoreKind.ComputeOsDisk,
            StoreOwner.MicrosoftAsRead,
            KeyOwner.Microsoft,
            "ENC-33",
            Impossible("ENC-35", "disk encryption is not supported for it"),
            new StoreDeletion(
                StoreDeletionKind.WhenDeprovisioned, RuleId.Of("ENC-34"), "it is deleted when the node is given back"),
            DataItem.OperatingSystem),
        new(
            StoreKind.ComputeTemporaryDisk,
            StoreOwner.MicrosoftAsRead,
            KeyOwner.Unencrypted,
            "ENC-37",
            Impossible("ENC-38", "only keys that the system manages are supported for it"),
            new StoreDeletion(StoreDeletionKind.WhenRunEnds, RuleId.Of("ENC-38"), "it lives only for the run"),
            DataItem.StagedData),
        new(
            StoreKind.DatabricksFileSystem,
            StoreOwner.Customer,
            KeyOwner.Microsoft,
            "ENC-39",
            Possible("ENC-40", "configure a key for the root file system in Databricks"),
            ByItsOwner,
            DataItem.PipelineData),
        new(
            StoreKind.ApplicationInsights,
            StoreOwner.Customer,
            KeyOwner.NotStated,
            "MON-04",
            Unstated("DATA-07", "its encryption is advised to be looked at, and nothing more is said"),
            ByItsOwner,
            DataItem.ScoringDetails),
        new(
            StoreKind.WorkspaceVault,
            StoreOwner.Customer,
            KeyOwner.NotStated,
            "KV-01",
            Unstated("KV-01", "nothing is said of how the vault itself is protected"),
            ByItsOwner,
            DataItem.StorageConnection,
            DataItem.RegistryPasswords,
            DataItem.DatastoreConnections),
        new(
            StoreKind.MicrosoftVault,
            StoreOwner.Microsoft,
            KeyOwner.NotStated,
            "KV-02",
            Impossible("KV-02", "it belongs to a subscription of Microsoft"),
            NotStated,
            DataItem.SshCredentials),
        new(
            StoreKind.Diagnostics,
            StoreOwner.Microsoft,
            KeyOwner.Microsoft,
            "DATA-02",
            Impossible("DATA-02", "it is kept under keys that Microsoft manages"),
            NotStated,
            DataItem.ResourceNames,
            DataItem.EnvironmentVariables),
        new(
            StoreKind.Telemetry,
            StoreOwner.Microsoft,
            KeyOwner.NotStated,
            "FLOW-21",
            Unstated("FLOW-21", "that it goes there is all that is said"),
            NotStated,
            DataItem.RunIds,
            DataItem.ServiceTelemetry),
        new(
            StoreKind.LocalMachine,
            StoreOwner.NoSubscription,
            KeyOwner.NotStated,
            "FLOW-07",
            Unstated("FLOW-07", "the machine is the user's own business"),
            ByItsOwner,
            DataItem.LocalScripts),
    ];

    private static StoreDeletion ByItsOwner =>
        new(StoreDeletionKind.ByItsOwner, null, "its owner deletes it like any other resource");

    private static StoreDeletion NotStated => new(StoreDeletionKind.NotStated, null, "nothing is said of it");

    /// <summary>Finds the row of a store.</summary>
    /// <param name="kind">The store.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of them.</exception>
    public static StoreEntry Find(StoreKind kind) =>
        All.FirstOrDefault(entry => entry.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>Finds the stores in which something lies.</summary>
    /// <param name="item">What is looked for.</param>
    /// <returns>The rows; two for what lies in either kind of Cosmos DB instance.</returns>
    public static ImmutableArray<StoreEntry> Holding(DataItem item) =>
        [.. All.Where(entry => entry.Holds.Contains(item))];

    private static CustomerKeyOption Possible(string rule, string way, string? condition = null) =>
        new(true, RuleId.Of(rule), way, condition);

    private static CustomerKeyOption Impossible(string rule, string why) => new(false, RuleId.Of(rule), why);

    private static CustomerKeyOption Unstated(string rule, string why) => new(null, RuleId.Of(rule), why);
}
