using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class StoreKeyStateTests
{
    private static readonly Instant T0 = Instant.FromUtc(2020, 3, 13, 12, 0);
    private static readonly KeyChange Change = new(KeyVersionId.Create("https://v.vault.azure.net/keys/k", "1").Expect(), T0);

    [Theory]
    [Trait("Rule", "ENC-08")]
    [Trait("Rule", "ENC-09")]
    [Trait("Rule", "ENC-25")]
    [InlineData(StoreKeyChangeKind.Revoked, 0, RequestOutlook.MayFail)]
    [InlineData(StoreKeyChangeKind.Revoked, 59, RequestOutlook.MayFail)]
    [InlineData(StoreKeyChangeKind.Revoked, 60, RequestOutlook.Fail)]
    [InlineData(StoreKeyChangeKind.Restored, 59, RequestOutlook.MayFail)]
    [InlineData(StoreKeyChangeKind.Restored, 60, RequestOutlook.Succeed)]
    [InlineData(StoreKeyChangeKind.Rotated, 0, RequestOutlook.Succeed)]
    [InlineData(StoreKeyChangeKind.Rotated, 60, RequestOutlook.Succeed)]
    public void Requests_may_fail_until_the_hour_is_over_and_then_do_or_do_not(
        StoreKeyChangeKind kind, int minutes, RequestOutlook expected)
    {
        var state = After(kind, minutes);

        Assert.Equal(expected, state.Requests);
        Assert.Equal(T0 + Duration.FromHours(1), state.ExpectedEffectiveAt);
    }

    [Fact]
    [Trait("Rule", "ENC-07")]
    public void After_a_rotation_new_data_comes_under_the_newest_version_when_the_store_has_followed()
    {
        Assert.Null(After(StoreKeyChangeKind.Rotated, 59).IsNewDataUnderNewestVersion);
        Assert.True(After(StoreKeyChangeKind.Rotated, 60).IsNewDataUnderNewestVersion);
        Assert.Null(After(StoreKeyChangeKind.Revoked, 60).IsNewDataUnderNewestVersion);
    }

    [Fact]
    [Trait("Rule", "ENC-09")]
    public void The_delay_is_a_parameter()
    {
        var slow = StoreKeyState
            .After(StoreKind.WorkspaceBlobs, StoreKeyChangeKind.Revoked, Change, T0 + Duration.FromHours(2), Duration.FromHours(3))
            .AsT0;

        Assert.Equal((KeyChangeStatus.Pending, RequestOutlook.MayFail), (slow.Status, slow.Requests));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoreKeyState.After(
            StoreKind.WorkspaceBlobs, StoreKeyChangeKind.Revoked, Change, T0, Duration.FromHours(-1)));
    }

    [Theory]
    [InlineData(StoreKind.WorkspaceBlobs, StoreKeyChangeKind.Rotated, "ENC-07")]
    [InlineData(StoreKind.WorkspaceBlobs, StoreKeyChangeKind.Revoked, "ENC-08")]
    [InlineData(StoreKind.DedicatedCosmosDb, StoreKeyChangeKind.Rotated, "ENC-25")]
    [InlineData(StoreKind.DedicatedCosmosDb, StoreKeyChangeKind.Revoked, "ENC-25")]
    public void Each_store_cites_its_own_rule(StoreKind store, StoreKeyChangeKind kind, string rule) =>
        Assert.Equal(rule, StoreKeyState.After(store, kind, Change, T0).AsT0.Rule.Text);

    [Theory]
    [InlineData(StoreKind.SharedCosmosDb, FindingSeverity.Violation, "ENC-13")]
    [InlineData(StoreKind.ComputeTemporaryDisk, FindingSeverity.Violation, "ENC-38")]
    [InlineData(StoreKind.ApplicationInsights, FindingSeverity.Undetermined, "DATA-07")]
    public void A_store_without_such_a_key_follows_none(StoreKind store, FindingSeverity severity, string rule)
    {
        var finding = StoreKeyState.After(store, StoreKeyChangeKind.Revoked, Change, T0).AsT1;

        Assert.Equal((severity, rule), (finding.Severity, finding.Rule.Text));
    }

    private static StoreKeyState After(StoreKeyChangeKind kind, int minutes) => StoreKeyState
        .After(StoreKind.DedicatedCosmosDb, kind, Change, T0 + Duration.FromMinutes(minutes))
        .AsT0;
}
