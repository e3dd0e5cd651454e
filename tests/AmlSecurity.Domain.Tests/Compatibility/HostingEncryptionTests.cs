using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

public sealed class HostingEncryptionTests
{
    [Fact]
    [Trait("Rule", "ENC-28")]
    public void A_container_group_takes_a_key_that_may_be_in_the_vault_of_the_workspace()
    {
        var row = HostingEncryption.Find(HostingTarget.ContainerInstances);

        Assert.Contains("the key may be in the vault of the workspace", row.When, StringComparison.Ordinal);
        Assert.Equal(["ENC-28", "ENC-29"], row.Rules.Select(rule => rule.Text));
        Assert.Null(row.OldestVersion);
    }

    [Fact]
    [Trait("Rule", "ENC-30")]
    [Trait("Rule", "ENC-31")]
    public void A_cluster_takes_a_key_at_any_time_for_both_kinds_of_disks()
    {
        var row = HostingEncryption.Find(HostingTarget.KubernetesService);

        Assert.Equal(("at any time", "the data disks and OS disks of the virtual machines"), (row.When, row.Covers));
        Assert.Equal("1.17", $"{row.OldestVersion}");
        Assert.Equal(["ENC-30", "ENC-31", "ENC-32"], row.Rules.Select(rule => rule.Text));
        Assert.Equal(row, HostingEncryption.Find(HostingTarget.KubernetesService));
        Assert.NotEqual(row, HostingEncryption.Find(HostingTarget.ContainerInstances));
    }

    [Theory]
    [Trait("Rule", "ENC-32")]
    [InlineData("1.17", true, null)]
    [InlineData("1.17.3", true, null)]
    [InlineData("1.20", null, null)]
    [InlineData("1.9", true, FindingSeverity.Violation)]
    [InlineData("1.16.99", true, FindingSeverity.Violation)]
    [InlineData("1.16", null, FindingSeverity.Undetermined)]
    [InlineData("1.16", false, null)]
    [InlineData(null, true, FindingSeverity.Undetermined)]
    [InlineData(null, null, FindingSeverity.Undetermined)]
    [InlineData(null, false, null)]
    public void The_disks_of_a_cluster_take_a_key_from_1_17_on(
        string? version, bool? isEncrypted, FindingSeverity? expected)
    {
        var findings = HostingEncryption.AssessKubernetes(
            version is null ? null : KubernetesVersion.Read(version).Expect(), isEncrypted, "$.kubernetesVersion");

        Assert.Equal(expected, findings.Select(finding => (FindingSeverity?)finding.Severity).SingleOrDefault());
        Assert.All(findings, finding => Assert.Equal("ENC-32", finding.Rule.Text));
    }

    [Fact]
    public void A_target_that_there_is_not_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HostingEncryption.Find((HostingTarget)9));
}
