using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class DiskLifeTests
{
    [Theory]
    [Trait("Rule", "ENC-34")]
    [Trait("Rule", "ENC-36")]
    [Trait("Rule", "ENC-38")]
    [InlineData(ComputeDisk.Os, ComputeNodePhase.NotProvisioned, false)]
    [InlineData(ComputeDisk.Os, ComputeNodePhase.Idle, true)]
    [InlineData(ComputeDisk.Os, ComputeNodePhase.Running, true)]
    [InlineData(ComputeDisk.Os, ComputeNodePhase.Deprovisioned, false)]
    [InlineData(ComputeDisk.Temporary, ComputeNodePhase.NotProvisioned, false)]
    [InlineData(ComputeDisk.Temporary, ComputeNodePhase.Idle, false)]
    [InlineData(ComputeDisk.Temporary, ComputeNodePhase.Running, true)]
    [InlineData(ComputeDisk.Temporary, ComputeNodePhase.Deprovisioned, false)]
    public void The_system_disk_lives_as_long_as_the_node_and_the_temporary_one_as_long_as_a_run(
        ComputeDisk disk, ComputeNodePhase phase, bool holdsData) =>
        Assert.Equal(holdsData, DiskLife.Of(disk, phase, EncryptionSettings.Defaults).HoldsData);

    [Fact]
    [Trait("Rule", "ENC-33")]
    [Trait("Rule", "ENC-37")]
    public void The_flag_encrypts_the_temporary_disk_and_changes_nothing_for_the_other()
    {
        var hbi = EncryptionSettings.Defaults with { HbiWorkspace = true };

        Assert.Equal(KeyOwner.System, DiskLife.Of(ComputeDisk.Temporary, ComputeNodePhase.Running, hbi).Keys);
        Assert.Equal(
            KeyOwner.Unencrypted,
            DiskLife.Of(ComputeDisk.Temporary, ComputeNodePhase.Running, EncryptionSettings.Defaults).Keys);
        Assert.Equal(KeyOwner.Microsoft, DiskLife.Of(ComputeDisk.Os, ComputeNodePhase.Running, hbi).Keys);
        Assert.Equal("ENC-34", DiskLife.Of(ComputeDisk.Os, ComputeNodePhase.Running, hbi).Rule.Text);
    }

    [Fact]
    public void A_disk_or_phase_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => DiskLife.Of((ComputeDisk)9, ComputeNodePhase.Idle, EncryptionSettings.Defaults));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => DiskLife.Of(ComputeDisk.Os, (ComputeNodePhase)9, EncryptionSettings.Defaults));
    }
}
