using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Impact;
using NodaTime;
using static AmlSecurity.Domain.Tests.Workspaces.Impact.Lab;

namespace AmlSecurity.Domain.Tests.Workspaces.Impact;

public sealed class WorkspaceHealthTests
{
    [Fact]
    [Trait("Rule", "IDENT-11")]
    public void A_revoked_grant_fails_when_it_has_spread_and_works_when_the_repair_has()
    {
        var revoked = Workspace().Apply(Revoke("IDENT-04", 0)).Expect();
        var restored = revoked.Apply(new WorkspaceIncident.KeysResynced(After(45))).Expect();
        var step = Step("FLOW-08");

        Assert.Equal(RequestOutlook.MayFail, revoked.Of(step, After(29)));
        Assert.Equal(RequestOutlook.Fail, revoked.Of(step, After(30)));
        Assert.Equal(RequestOutlook.MayFail, restored.Of(step, After(74)));
        Assert.Equal(RequestOutlook.Succeed, restored.Of(step, After(75)));
    }

    [Fact]
    [Trait("Rule", "SYNC-01")]
    public void Resynchronising_helps_the_workspace_and_not_the_datastores()
    {
        var resynced = Workspace()
            .Apply(new WorkspaceIncident.StorageKeyRegenerated(T0)).Expect()
            .Apply(new WorkspaceIncident.KeysResynced(After(5))).Expect();
        var updated = resynced.Apply(new WorkspaceIncident.DatastoresUpdated(After(6))).Expect();

        Assert.Equal(RequestOutlook.Succeed, resynced.Of(Step("FLOW-07"), After(5)));
        Assert.Equal(RequestOutlook.Fail, resynced.Of(Step("FLOW-13"), After(5)));
        Assert.Equal(RequestOutlook.Succeed, updated.Of(Step("FLOW-13"), After(6)));
    }

    [Fact]
    public void A_store_that_cannot_use_its_version_follows_no_rotation()
    {
        var stuck = Workspace()
            .Apply(new WorkspaceIncident.KeyVersionDisabled(Data(1), T0)).Expect()
            .Apply(new WorkspaceIncident.KeyRotated(Data(2), After(90))).Expect();

        Assert.Equal(Data(1), stuck.Keys[0].Current);
        Assert.Equal(RequestOutlook.Fail, stuck.Of(Step("FLOW-15"), After(90)));
    }

    [Fact]
    [Trait("Rule", "CMK-03")]
    public void A_version_that_was_given_up_too_early_has_to_be_enabled_again()
    {
        var early = Workspace()
            .Apply(new WorkspaceIncident.KeyRotated(Data(2), T0)).Expect()
            .Apply(new WorkspaceIncident.KeyVersionDisabled(Data(1), After(120))).Expect();
        var enabled = early.Apply(new WorkspaceIncident.KeyVersionEnabled(Data(1), After(3000))).Expect();

        Assert.Equal(RequestOutlook.MayFail, early.Of(Step("FLOW-15"), After(100_000)));
        Assert.Equal(RequestOutlook.Succeed, early.Of(Step("FLOW-08"), After(100_000)));
        Assert.Equal(RequestOutlook.Succeed, enabled.Of(Step("FLOW-15"), After(3060)));
    }

    [Fact]
    public void A_rotation_to_a_disabled_version_stops_the_store()
    {
        var rotated = Workspace()
            .Apply(new WorkspaceIncident.KeyVersionDisabled(Data(2), T0)).Expect()
            .Apply(new WorkspaceIncident.KeyRotated(Data(2), After(1))).Expect();

        Assert.Equal(Data(2), rotated.Keys[0].Current);
        Assert.Equal(RequestOutlook.Fail, rotated.Of(Step("FLOW-08"), After(61)));
    }

    [Fact]
    public void An_incident_that_is_older_than_the_last_is_refused()
    {
        var health = Workspace().Apply(Revoke("IDENT-04", 10)).Expect();

        Assert.Equal(FlowRefusalKind.TooOld, health.Apply(Revoke("IDENT-05", 9)).AsT1.Kind);
    }

    [Fact]
    public void A_store_is_named_once_and_takes_a_key_of_the_customer()
    {
        var use = new StoreKeyUse(StoreKind.WorkspaceBlobs, Data(1));

        Assert.Throws<ArgumentException>(() => WorkspaceHealth.Begin([use, use], T0));
        Assert.Throws<ArgumentException>(
            () => WorkspaceHealth.Begin([new StoreKeyUse(StoreKind.ComputeTemporaryDisk, Data(1))], T0));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ImpactDelays(Duration.Zero, Duration.FromTicks(-1), Duration.Zero));
        Assert.Equal(KeyChange.UsualDelay, ImpactDelays.Usual.Key);
    }
}
