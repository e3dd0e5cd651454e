using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class DataRegisterTests
{
    private static readonly DataRegister Defaults = DataRegister.Of(EncryptionSettings.Defaults);

    [Fact]
    public void Every_kind_of_data_is_in_the_register_and_somebody_reads_it()
    {
        Assert.Equal(Enum.GetValues<DataItem>().ToHashSet(), Defaults.Entries.Select(entry => entry.Item).ToHashSet());
        Assert.All(Defaults.Entries, entry => Assert.NotEmpty(entry.Readers.AsEnumerable()));
    }

    [Fact]
    [Trait("Rule", "ENC-13")]
    public void A_key_of_ones_own_brings_metrics_and_metadata_home()
    {
        var own = DataRegister.Of(EncryptionSettings.Defaults with { WorkspaceKey = true });

        Assert.True(Entry(Defaults, DataItem.Metrics).LeavesSubscription);
        Assert.False(Entry(own, DataItem.Metrics).LeavesSubscription);
        Assert.Equal(StoreKind.DedicatedCosmosDb, Entry(own, DataItem.Metadata).Store);
        Assert.Equal(2, DataRegister.Of(new EncryptionSettings()).Entries.Count(entry => entry.Item == DataItem.Metrics));
    }

    [Fact]
    [Trait("Rule", "ENC-02")]
    public void The_flag_stops_what_is_collected_and_that_it_stops_telemetry_is_not_stated()
    {
        var hbi = DataRegister.Of(EncryptionSettings.Defaults with { HbiWorkspace = true });

        Assert.DoesNotContain(hbi.Entries, entry => entry.Item is DataItem.ResourceNames or DataItem.EnvironmentVariables);
        Assert.Equal(HbiEffect.StopsCollection, Entry(Defaults, DataItem.EnvironmentVariables).HbiEffect);
        Assert.Equal(HbiEffect.NotStated, Entry(hbi, DataItem.RunIds).HbiEffect);
        Assert.Equal(HbiEffect.Encrypts, Entry(hbi, DataItem.StagedData).HbiEffect);
    }

    [Fact]
    public void What_leaves_the_subscription_of_a_default_workspace_is_known_item_by_item() => Assert.Equal(
        [
            DataItem.Metrics, DataItem.Metadata, DataItem.OperatingSystem, DataItem.StagedData,
            DataItem.SshCredentials, DataItem.ResourceNames, DataItem.EnvironmentVariables, DataItem.RunIds,
            DataItem.ServiceTelemetry,
        ],
        Defaults.Leaving.Select(entry => entry.Item));

    [Fact]
    [Trait("Rule", "FLOW-15")]
    public void Clients_read_metrics_through_the_service()
    {
        Assert.Equal(
            [DataReader.Service, DataReader.WorkspaceReaders], Entry(Defaults, DataItem.Metrics).Readers.AsEnumerable());
        Assert.Equal([DataReader.Service], Entry(Defaults, DataItem.SshCredentials).Readers.AsEnumerable());
        Assert.Equal([DataReader.User], Entry(Defaults, DataItem.LocalScripts).Readers.AsEnumerable());
    }

    private static DataRegisterEntry Entry(DataRegister register, DataItem item) =>
        register.Entries.First(entry => entry.Item == item);
}
