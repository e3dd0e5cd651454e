using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Impact;
using NodaTime;
using static AmlSecurity.Domain.Tests.Workspaces.Impact.Lab;

namespace AmlSecurity.Domain.Tests.Workspaces.Impact;

public sealed class ImpactReportTests
{
    [Fact]
    [Trait("Rule", "IDENT-10")]
    [Trait("Rule", "IDENT-11")]
    public void Without_access_to_blobs_snapshots_and_runs_fail_until_keys_are_resynchronised()
    {
        var report = ImpactReport.Of(Workspace(), Revoke("IDENT-04", 0));

        Assert.Equal(["FLOW-08", "FLOW-12", "FLOW-13"], report.Steps.Select(hit => hit.Step.Rule.Text));
        var need = Assert.Single(report.Needs);
        Assert.Equal((T0, (Instant?)After(30), null), (need.MayFailFrom, need.FailsFrom, need.EndsAt));
        Assert.Equal("Microsoft.MachineLearningServices/workspaces/resyncKeys/action", need.Restored.Operation?.Text);
        Assert.Equal("IDENT-11", need.Restored.Rule.Text);
        Assert.Contains("fails from 2020-03-13T12:30:00Z at the latest", report.Steps[0].ToString());
    }

    [Fact]
    public void A_grant_that_no_step_rests_on_fails_nothing()
    {
        var report = ImpactReport.Of(Workspace(), Revoke("IDENT-08", 0));

        Assert.Single(report.Needs);
        Assert.Empty(report.Steps.AsEnumerable());
    }

    [Fact]
    [Trait("Rule", "ENC-25")]
    public void A_disabled_version_stops_the_stores_that_use_it_and_no_other()
    {
        var report = ImpactReport.Of(Workspace(), new WorkspaceIncident.KeyVersionDisabled(Data(1), T0));

        Assert.Equal([StoreKind.WorkspaceBlobs, StoreKind.DedicatedCosmosDb], report.Stores.AsEnumerable());
        Assert.All(report.Steps, hit => Assert.Equal(After(60), hit.FailsFrom));
        Assert.Contains(report.Steps, hit => hit.Step.Rule.Text == "FLOW-15");
        Assert.DoesNotContain(report.Steps, hit => hit.Step.Rule.Text == "FLOW-18");
        Assert.Empty(ImpactReport.Of(Workspace(), new WorkspaceIncident.KeyVersionDisabled(Data(7), T0)).Needs.AsEnumerable());
    }

    [Theory]
    [Trait("Rule", "CMK-03")]
    [InlineData(59, true, true)]
    [InlineData(60, false, true)]
    [InlineData(24 * 60 - 1, false, true)]
    [InlineData(24 * 60, false, false)]
    public void After_a_rotation_storage_needs_the_old_version_for_an_hour_and_Cosmos_db_for_a_day(
        int minutes, bool storage, bool cosmos)
    {
        var rotated = Workspace().Apply(new WorkspaceIncident.KeyRotated(Data(2), T0)).Expect();

        var report = ImpactReport.Of(rotated, new WorkspaceIncident.KeyVersionDisabled(Data(1), After(minutes)));

        Assert.Equal(storage, report.Stores.Contains(StoreKind.WorkspaceBlobs));
        Assert.Equal(cosmos, report.Stores.Contains(StoreKind.DedicatedCosmosDb));
        Assert.All(report.Needs, need => Assert.Null(need.FailsFrom));
    }

    [Fact]
    [Trait("Rule", "SYNC-01")]
    [Trait("Rule", "SYNC-02")]
    [Trait("Rule", "ENC-10")]
    public void A_new_storage_key_stops_the_workspace_for_an_hour_and_the_datastores_until_they_are_updated()
    {
        var report = ImpactReport.Of(Workspace(), new WorkspaceIncident.StorageKeyRegenerated(T0));

        Assert.Equal(["FLOW-07", "FLOW-12", "FLOW-13"], report.Steps.Select(hit => hit.Step.Rule.Text));
        Assert.Empty(report.Stores.AsEnumerable());
        Assert.Equal(RequestOutlook.Fail, report.At(Step("FLOW-07"), After(59)));
        Assert.Equal(RequestOutlook.Succeed, report.At(Step("FLOW-07"), After(60)));
        Assert.Equal(RequestOutlook.Fail, report.At(Step("FLOW-13"), After(100_000)));
        Assert.Equal(["SYNC-02", "SYNC-01"], report.Needs.Select(need => need.Restored.Rule.Text));
    }

    [Fact]
    public void Repairs_and_what_was_done_already_hit_nothing()
    {
        var broken = Workspace()
            .Apply(Revoke("IDENT-04", 0)).Expect()
            .Apply(new WorkspaceIncident.KeyVersionDisabled(Data(1), After(1))).Expect();

        Assert.All(
            new WorkspaceIncident[]
            {
                Revoke("IDENT-04", 2),
                new WorkspaceIncident.KeyVersionDisabled(Data(1), After(2)),
                new WorkspaceIncident.KeyVersionEnabled(Data(1), After(2)),
                new WorkspaceIncident.KeysResynced(After(2)),
                new WorkspaceIncident.DatastoresUpdated(After(2)),
            },
            incident => Assert.Empty(ImpactReport.Of(broken, incident).Needs.AsEnumerable()));
    }
}
