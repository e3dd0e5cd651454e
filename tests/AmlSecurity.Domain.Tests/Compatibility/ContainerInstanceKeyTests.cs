using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "ENC-29")]
public sealed class ContainerInstanceKeyTests
{
    private const string Vault = "https://testkv.vault.azure.net/";
    private const string Version = "aabbccddee112233445566778899aabb";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, "")]
    [InlineData(Vault, "testkey", Version)]
    public void All_three_values_or_none_are_sound(string? vault, string? name, string? version) =>
        Assert.Empty(new ContainerInstanceKey(vault, name, version).Assess("$"));

    [Theory]
    [InlineData(null, "testkey", Version, "$.cmk_vault_base_url")]
    [InlineData(Vault, "", Version, "$.cmk_key_name")]
    [InlineData(Vault, "testkey", null, "$.cmk_key_version")]
    [InlineData(Vault, null, null, "$.cmk_key_name $.cmk_key_version")]
    [InlineData("[parameters('vault')]", null, Version, "$.cmk_key_name")]
    public void Each_value_that_is_missing_beside_others_is_a_violation(
        string? vault, string? name, string? version, string paths)
    {
        var findings = new ContainerInstanceKey(vault, name, version).Assess("$");

        Assert.Equal(paths.Split(' '), findings.Select(finding => finding.Path));
        Assert.All(findings, finding => Assert.Equal(
            ("ENC-29", FindingSeverity.Violation), (finding.Rule.Text, finding.Severity)));
    }

    [Theory]
    [InlineData("https://testkv.example.com", "testkey", Version, FindingSeverity.Violation)]
    [InlineData(Vault, "test key", Version, FindingSeverity.Violation)]
    [InlineData(Vault, "testkey", "1", FindingSeverity.Violation)]
    [InlineData(Vault, "testkey", "[[text]", FindingSeverity.Violation)]
    [InlineData(Vault, "[parameters('name')]", Version, FindingSeverity.Undetermined)]
    public void Three_values_name_a_key_or_are_not_resolved(
        string vault, string name, string version, FindingSeverity expected) =>
        Assert.Equal(expected, Assert.Single(new ContainerInstanceKey(vault, name, version).Assess("$")).Severity);

    [Fact]
    [Trait("Rule", "ENC-28")]
    public void The_key_may_be_in_the_vault_of_the_workspace_or_in_another()
    {
        var vaults = ResourceId.ForResourceGroup("11111111-1111-1111-1111-111111111111", "ml");
        var key = new ContainerInstanceKey(Vault, "testkey", Version);

        Assert.True(key.IsIn(vaults.Child("Microsoft.KeyVault/vaults", "TestKv")));
        Assert.False(key.IsIn(vaults.Child("Microsoft.KeyVault/vaults", "other")));
        Assert.Null(new ContainerInstanceKey(Vault, null, Version).IsIn(vaults));
        Assert.Empty(key.Assess("$"));
    }
}
