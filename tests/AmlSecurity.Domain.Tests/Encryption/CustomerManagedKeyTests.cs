using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class CustomerManagedKeyTests
{
    private const string Subscription = "00000000-0000-0000-0000-000000000001";
    private static readonly Region WestEurope = Region.Read("westeurope").Expect();
    private static readonly Region NorthEurope = Region.Read("northeurope").Expect();
    private static readonly KeyVaultFacts Sound = new(WestEurope, HasSoftDelete: true, HasPurgeProtection: true);

    [Fact]
    [Trait("Rule", "ENC-19")]
    [Trait("Rule", "ENC-21")]
    public void A_sound_key_in_any_vault_of_the_subscription_raises_nothing()
    {
        Assert.Empty(Key().Assess(Subscription, WestEurope, Sound));
        Assert.Empty(Key().Assess(Subscription.ToUpperInvariant(), Region.Read("West Europe").Expect(), Sound));
    }

    [Fact]
    [Trait("Rule", "ENC-18")]
    public void The_address_names_the_version()
    {
        var finding = Assert.Single(Key(Lab.KeyUri).Assess(Subscription, WestEurope, Sound));

        Assert.Equal(("ENC-18", FindingSeverity.Violation), ($"{finding.Rule}", finding.Severity));
        Assert.Equal("$.encryption.keyVaultProperties.keyIdentifier", finding.Path);
        Assert.Null(Key(Lab.KeyUri).Start(Lab.Now));
    }

    [Theory]
    [Trait("Rule", "DEC-03")]
    [Trait("Rule", "ENC-19")]
    [InlineData("Microsoft.KeyVault/vaults/other")]
    [InlineData("Microsoft.Storage/storageAccounts/testkv")]
    public void The_resource_id_is_that_of_the_vault_in_the_address(string vault)
    {
        var findings = Key(vault: vault).Assess(Subscription, WestEurope, Sound);

        Assert.Equal(["DEC-03"], findings.Select(finding => $"{finding.Rule}"));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    public void The_vault_is_in_the_subscription_and_the_region_of_the_workspace()
    {
        var findings = Key().Assess(Guid.Empty.ToString(), NorthEurope, Sound);

        Assert.Equal(["ENC-20", "ENC-20"], findings.Select(finding => $"{finding.Rule}"));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Violation, finding.Severity));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    [Trait("Rule", "CMK-01")]
    public void What_is_not_known_is_undetermined()
    {
        var findings = Key().Assess(Subscription, region: null, new KeyVaultFacts());

        Assert.Equal(["ENC-20", "CMK-01", "CMK-01"], findings.Select(finding => $"{finding.Rule}"));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Undetermined, finding.Severity));
    }

    [Fact]
    [Trait("Rule", "CMK-01")]
    public void The_vault_has_soft_delete_and_purge_protection()
    {
        var findings = Key().Assess(Subscription, WestEurope, new KeyVaultFacts(WestEurope, false, false));

        Assert.Equal(
            ["the vault has no soft delete", "the vault has no purge protection"],
            findings.Select(finding => finding.Message));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Violation, finding.Severity));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    [Trait("Rule", "CMK-01")]
    public void A_finding_says_what_is_wrong_and_what_to_do()
    {
        const string Other = "00000000-0000-0000-0000-000000000002";
        var findings = Key(Lab.KeyUri, "Microsoft.KeyVault/vaults/other")
            .Assess(Other, NorthEurope, new KeyVaultFacts(WestEurope, HasSoftDelete: null, HasPurgeProtection: false));

        Assert.Equal(
            [
                ($"`{Lab.KeyUri}` names no version", "name the exact version"),
                (
                    $"`{Lab.KeyUri}` is not in the vault `/subscriptions/{Subscription}/resourceGroups/g/providers/Microsoft.KeyVault/vaults/other`",
                    "give the resource id of the vault that holds the key"),
                ($"the vault is not in the subscription `{Other}` of the workspace", "use a vault in that subscription"),
                (
                    "the vault is in `westeurope`, the workspace in `northeurope`",
                    "use a vault in the region of the workspace"),
                ("whether the vault has soft delete is not known", "look it up"),
                ("the vault has no purge protection", "enable purge protection on the vault"),
            ],
            findings.Select(finding => (finding.Message, finding.Remedy)));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    public void One_unknown_region_is_enough_to_know_nothing_of_the_place()
    {
        var message = "whether the vault is in the region of the workspace is not known";

        Assert.Equal(message, Assert.Single(Key().Assess(Subscription, null, Sound)).Message);
        Assert.Equal(
            message, Assert.Single(Key().Assess(Subscription, WestEurope, Sound with { Region = null })).Message);
    }

    [Fact]
    [Trait("Rule", "DEC-02")]
    public void A_ring_starts_at_the_version_of_the_address()
    {
        Assert.Equal(Lab.Version, Key().Start(Lab.Now)!.ActiveVersion(Lab.Now).Expect().Version);
    }

    private static CustomerManagedKey Key(
        string address = $"{Lab.KeyUri}/{Lab.Version}", string vault = "Microsoft.KeyVault/vaults/TestKv") => new(
            KeyIdentifier.Read(address).Expect(),
            ResourceId.Read($"/subscriptions/{Subscription}/resourceGroups/g/providers/{vault}").Expect());
}
