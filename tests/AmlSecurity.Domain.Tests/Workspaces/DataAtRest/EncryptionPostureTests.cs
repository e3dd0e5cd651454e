using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class EncryptionPostureTests
{
    private static readonly EncryptionPosture Defaults = EncryptionPosture.Of(EncryptionSettings.Defaults);
    private static readonly EncryptionPosture Unknown = EncryptionPosture.Of(new EncryptionSettings());

    [Fact]
    [Trait("Rule", "ENC-01")]
    [Trait("Rule", "ENC-02")]
    [Trait("Rule", "ENC-37")]
    [Trait("Rule", "DEC-09")]
    public void The_temporary_disk_is_encrypted_only_in_a_workspace_of_high_business_impact()
    {
        var hbi = Of(EncryptionSettings.Defaults with { HbiWorkspace = true }, StoreKind.ComputeTemporaryDisk);
        var plain = Defaults.Find(StoreKind.ComputeTemporaryDisk);

        Assert.Equal((KeyOwner.System, "ENC-38", (string?)null), (hbi.Keys, hbi.Rule.Text, hbi.Change));
        Assert.Equal((KeyOwner.Unencrypted, "ENC-37", true), (plain.Keys, plain.Rule.Text, plain.NeedsNewWorkspace));
        Assert.Equal(KeyOwner.NotStated, Unknown.Find(StoreKind.ComputeTemporaryDisk).Keys);
    }

    [Fact]
    [Trait("Rule", "ENC-02")]
    public void Nothing_is_kept_for_diagnostics_of_a_workspace_of_high_business_impact()
    {
        Assert.False(Of(EncryptionSettings.Defaults with { HbiWorkspace = true }, StoreKind.Diagnostics).IsUsed);
        Assert.True(Defaults.Find(StoreKind.Diagnostics).IsUsed);
        Assert.Null(Unknown.Find(StoreKind.Diagnostics).IsUsed);
    }

    [Fact]
    [Trait("Rule", "ENC-12")]
    [Trait("Rule", "ENC-13")]
    public void A_workspace_has_the_shared_instance_or_one_of_its_own()
    {
        var own = EncryptionPosture.Of(EncryptionSettings.Defaults with { WorkspaceKey = true });

        Assert.Equal((false, true), (own.Find(StoreKind.SharedCosmosDb).IsUsed, own.Find(StoreKind.DedicatedCosmosDb).IsUsed));
        Assert.Equal((true, false), (Defaults.Find(StoreKind.SharedCosmosDb).IsUsed, Defaults.Find(StoreKind.DedicatedCosmosDb).IsUsed));
        Assert.Null(Unknown.Find(StoreKind.SharedCosmosDb).IsUsed);
        Assert.True(Defaults.Find(StoreKind.SharedCosmosDb).NeedsNewWorkspace);
        Assert.Equal(KeyOwner.Customer, own.Find(StoreKind.DedicatedCosmosDb).Keys);
    }

    [Theory]
    [Trait("Rule", "ENC-05")]
    [InlineData(StoreKind.WorkspaceBlobs)]
    [InlineData(StoreKind.WorkspaceFiles)]
    [InlineData(StoreKind.TrainingStorage)]
    [InlineData(StoreKind.ContainerRegistry)]
    [InlineData(StoreKind.ContainerInstance)]
    [InlineData(StoreKind.KubernetesDisks)]
    [InlineData(StoreKind.DatabricksFileSystem)]
    public void A_store_that_takes_a_key_of_the_customer_is_under_it_when_set_and_says_how_when_not(StoreKind store)
    {
        var all = EncryptionPosture.Of(new EncryptionSettings(true, true, true, true, true, true, true, true));

        Assert.Equal((KeyOwner.Customer, null), (all.Find(store).Keys, all.Find(store).Change));
        Assert.Equal(StoreCatalogue.Find(store).DefaultKeys, Defaults.Find(store).Keys);
        Assert.StartsWith(StoreCatalogue.Find(store).CustomerKey.Way, Defaults.Find(store).Change);
        Assert.Equal(KeyOwner.NotStated, Unknown.Find(store).Keys);
    }

    [Theory]
    [Trait("Rule", "ENC-35")]
    [InlineData(StoreKind.ComputeOsDisk, KeyOwner.Microsoft)]
    [InlineData(StoreKind.MicrosoftVault, KeyOwner.NotStated)]
    [InlineData(StoreKind.Telemetry, KeyOwner.NotStated)]
    [InlineData(StoreKind.LocalMachine, KeyOwner.NotStated)]
    public void What_takes_none_stays_as_it_is_whatever_is_set(StoreKind store, KeyOwner keys)
    {
        var all = EncryptionPosture.Of(new EncryptionSettings(true, true, true, true, true, true, true, true));

        Assert.All([all, Defaults, Unknown], posture => Assert.Equal((keys, null), (posture.Find(store).Keys, posture.Find(store).Change)));
    }

    [Fact]
    public void A_posture_has_every_store_once_and_is_equal_by_its_settings()
    {
        Assert.Equal(Enum.GetValues<StoreKind>(), Defaults.Stores.Select(posture => posture.Store));
        Assert.Equal(Defaults, EncryptionPosture.Of(EncryptionSettings.Defaults));
        Assert.NotEqual(Defaults, Unknown);
        Assert.Contains("in another workspace", Defaults.Find(StoreKind.SharedCosmosDb).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => Defaults.Find((StoreKind)99));
    }

    private static StorePosture Of(EncryptionSettings settings, StoreKind store) =>
        EncryptionPosture.Of(settings).Find(store);
}
