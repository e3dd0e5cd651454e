using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Each kind of data of a workspace: where it lies, under whose key, who reads it, and whether it leaves the
/// customer's subscription.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class DataRegister
{
    private DataRegister(EncryptionPosture posture)
    {
        Posture = posture;
        Entries =
        [
            .. from store in StoreCatalogue.All
               let found = posture.Find(store.Kind)
               where found.IsUsed != false
               from item in store.Holds
               select new DataRegisterEntry(item, store, found, EffectOn(item), ReadersOf(item)),
        ];
    }

    /// <summary>Gets the postures of the stores.</summary>
    public EncryptionPosture Posture { get; }

    /// <summary>Gets an entry for each kind of data in each store that the workspace has, or may have.</summary>
    public ImmutableArray<DataRegisterEntry> Entries { get; }

    /// <summary>Gets the entries that leave the subscription of the customer.</summary>
    public ImmutableArray<DataRegisterEntry> Leaving => [.. Entries.Where(entry => entry.LeavesSubscription)];

    /// <summary>Draws up the register of a workspace.</summary>
    /// <param name="settings">How it is set up.</param>
    /// <returns>The register.</returns>
    public static DataRegister Of(EncryptionSettings settings) => new(EncryptionPosture.Of(settings));

    private static HbiEffect EffectOn(DataItem item) => item switch
    {
        DataItem.ResourceNames or DataItem.EnvironmentVariables => HbiEffect.StopsCollection,
        DataItem.StagedData => HbiEffect.Encrypts,
        DataItem.RunIds or DataItem.ServiceTelemetry => HbiEffect.NotStated,
        _ => HbiEffect.None,
    };

    private static ImmutableArray<DataReader> ReadersOf(DataItem item) => item switch
    {
        DataItem.Snapshots or DataItem.Outputs or DataItem.Logs or DataItem.AutomatedMlData
            or DataItem.ManagementCode =>
        [
            DataReader.WorkspaceIdentity,
            DataReader.WorkspaceContributors,
            DataReader.AccessControlOfTheStore,
        ],
        DataItem.TrainingData =>
            [DataReader.TheRun, DataReader.WorkspaceContributors, DataReader.AccessControlOfTheStore],

        // Clients never read Cosmos DB: they ask the service (FLOW-15).
        DataItem.Metrics or DataItem.Metadata => [DataReader.Service, DataReader.WorkspaceReaders],
        DataItem.Images =>
            [DataReader.Service, DataReader.WorkspaceIdentity, DataReader.AccessControlOfTheStore],
        DataItem.DeployedService or DataItem.PipelineData or DataItem.ScoringDetails =>
            [DataReader.AccessControlOfTheStore],
        DataItem.OperatingSystem or DataItem.StagedData => [DataReader.TheRun],
        DataItem.StorageConnection or DataItem.RegistryPasswords or DataItem.DatastoreConnections =>
            [DataReader.WorkspaceIdentity, DataReader.AccessControlOfTheStore],
        DataItem.SshCredentials => [DataReader.Service],
        DataItem.LocalScripts => [DataReader.User],
        _ => [DataReader.Microsoft],
    };
}
