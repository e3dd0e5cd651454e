using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class StoreCatalogueTests
{
    [Theory]
    [Trait("Rule", "ENC-03")]
    [Trait("Rule", "ENC-04")]
    [Trait("Rule", "ENC-05")]
    [Trait("Rule", "ENC-06")]
    [Trait("Rule", "ENC-11")]
    [Trait("Rule", "ENC-12")]
    [Trait("Rule", "ENC-22")]
    [Trait("Rule", "ENC-26")]
    [Trait("Rule", "ENC-33")]
    [Trait("Rule", "ENC-35")]
    [Trait("Rule", "ENC-38")]
    [Trait("Rule", "ENC-39")]
    [Trait("Rule", "ENC-40")]
    [InlineData(StoreKind.WorkspaceBlobs, StoreOwner.Customer, KeyOwner.Microsoft, true, "ENC-04", "ENC-05")]
    [InlineData(StoreKind.TrainingStorage, StoreOwner.Customer, KeyOwner.Microsoft, true, "ENC-06", "ENC-05")]
    [InlineData(StoreKind.SharedCosmosDb, StoreOwner.Microsoft, KeyOwner.Microsoft, false, "ENC-12", "ENC-13")]
    [InlineData(StoreKind.DedicatedCosmosDb, StoreOwner.CustomerInManagedGroup, KeyOwner.Customer, true, "ENC-22", "ENC-17")]
    [InlineData(StoreKind.ContainerRegistry, StoreOwner.Customer, KeyOwner.Microsoft, true, "ENC-26", "ENC-27")]
    [InlineData(StoreKind.ContainerInstance, StoreOwner.Customer, KeyOwner.Platform, true, "ENC-28", "ENC-29")]
    [InlineData(StoreKind.KubernetesDisks, StoreOwner.Customer, KeyOwner.Platform, true, "ENC-31", "ENC-30")]
    [InlineData(StoreKind.ComputeOsDisk, StoreOwner.MicrosoftAsRead, KeyOwner.Microsoft, false, "ENC-33", "ENC-35")]
    [InlineData(StoreKind.ComputeTemporaryDisk, StoreOwner.MicrosoftAsRead, KeyOwner.Unencrypted, false, "ENC-37", "ENC-38")]
    [InlineData(StoreKind.DatabricksFileSystem, StoreOwner.Customer, KeyOwner.Microsoft, true, "ENC-39", "ENC-40")]
    [InlineData(StoreKind.MicrosoftVault, StoreOwner.Microsoft, KeyOwner.NotStated, false, "KV-02", "KV-02")]
    [InlineData(StoreKind.Diagnostics, StoreOwner.Microsoft, KeyOwner.Microsoft, false, "DATA-02", "DATA-02")]
    public void The_summary_of_the_page_stands_row_by_row(
        StoreKind kind, StoreOwner owner, KeyOwner keys, bool canBeOwn, string rule, string keyRule)
    {
        var entry = StoreCatalogue.Find(kind);

        Assert.Equal((owner, keys, (bool?)canBeOwn), (entry.Owner, entry.DefaultKeys, entry.CustomerKey.IsPossible));
        Assert.Equal((rule, keyRule), (entry.Rule.Text, entry.CustomerKey.Rule.Text));
    }

    [Fact]
    public void Every_kind_has_one_row_and_every_kind_of_data_lies_somewhere()
    {
        Assert.Equal(Enum.GetValues<StoreKind>(), StoreCatalogue.All.Select(entry => entry.Kind));
        Assert.All(Enum.GetValues<DataItem>(), item => Assert.NotEmpty(StoreCatalogue.Holding(item).AsEnumerable()));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoreCatalogue.Find((StoreKind)99));
    }

    [Fact]
    [Trait("Rule", "ENC-03")]
    [Trait("Rule", "ENC-11")]
    public void Snapshots_outputs_and_logs_are_blobs_and_metrics_lie_in_either_instance()
    {
        Assert.All(
            new[] { DataItem.Snapshots, DataItem.Outputs, DataItem.Logs },
            item => Assert.Equal(StoreKind.WorkspaceBlobs, Assert.Single(StoreCatalogue.Holding(item)).Kind));
        Assert.Equal(
            [StoreKind.SharedCosmosDb, StoreKind.DedicatedCosmosDb],
            StoreCatalogue.Holding(DataItem.Metrics).Select(entry => entry.Kind));
    }

    [Theory]
    [Trait("Rule", "ENC-23")]
    [Trait("Rule", "ENC-34")]
    [InlineData(StoreKind.DedicatedCosmosDb, StoreDeletionKind.WithWorkspaceOnly, "ENC-23")]
    [InlineData(StoreKind.ComputeOsDisk, StoreDeletionKind.WhenDeprovisioned, "ENC-34")]
    [InlineData(StoreKind.ComputeTemporaryDisk, StoreDeletionKind.WhenRunEnds, "ENC-38")]
    [InlineData(StoreKind.WorkspaceBlobs, StoreDeletionKind.ByItsOwner, null)]
    [InlineData(StoreKind.SharedCosmosDb, StoreDeletionKind.NotStated, null)]
    public void Each_store_goes_in_its_own_way(StoreKind kind, StoreDeletionKind deletion, string? rule)
    {
        var found = StoreCatalogue.Find(kind).Deletion;

        Assert.Equal((deletion, rule), (found.Kind, found.Rule?.Text));
    }

    [Fact]
    [Trait("Rule", "ENC-27")]
    [Trait("Rule", "ENC-30")]
    public void What_a_key_of_the_customer_takes_is_told_with_its_condition()
    {
        Assert.Contains("attach an encrypted registry", StoreCatalogue.Find(StoreKind.ContainerRegistry).CustomerKey.Way);
        Assert.Contains("1.17", StoreCatalogue.Find(StoreKind.KubernetesDisks).CustomerKey.Condition);
        Assert.Null(StoreCatalogue.Find(StoreKind.ApplicationInsights).CustomerKey.IsPossible);
    }
}
