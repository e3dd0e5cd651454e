using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class CredentialCatalogueTests
{
    [Theory]
    [Trait("Rule", "KV-01")]
    [InlineData(CredentialKind.StorageConnectionString)]
    [InlineData(CredentialKind.RegistryPassword)]
    [InlineData(CredentialKind.DatastoreConnectionString)]
    public void Connection_strings_and_registry_passwords_lie_in_the_workspaces_vault(CredentialKind kind)
    {
        var placement = CredentialCatalogue.Find(kind);

        Assert.Equal((CredentialVault.Workspace, SubscriptionOwner.Customer), (placement.Vault, placement.Subscription));
        Assert.Equal(("KV-01", true), (placement.Rule!.Text, placement.IsStored));
    }

    [Theory]
    [Trait("Rule", "KV-02")]
    [InlineData(CredentialKind.ComputeSshPassword)]
    [InlineData(CredentialKind.ComputeSshKey)]
    public void What_opens_compute_targets_lies_in_a_vault_of_Microsoft(CredentialKind kind)
    {
        var placement = CredentialCatalogue.Find(kind);

        Assert.Equal((CredentialVault.Microsoft, SubscriptionOwner.Microsoft), (placement.Vault, placement.Subscription));
        Assert.Equal("KV-02", placement.Rule!.Text);
        Assert.Equal([CredentialReaderKind.Service], Readers(kind, RuleSet.Current));
    }

    [Fact]
    [Trait("Rule", "KV-03")]
    [Trait("Rule", "DEC-04")]
    public void What_a_user_supplies_is_nowhere_and_nobody_reads_it()
    {
        var placement = CredentialCatalogue.Find(CredentialKind.UserSupplied);

        Assert.Equal((CredentialVault.None, SubscriptionOwner.None), (placement.Vault, placement.Subscription));
        Assert.Equal(("KV-03", false), (placement.Rule!.Text, placement.IsStored));
        Assert.Empty(Readers(CredentialKind.UserSupplied, RuleSet.Current));
    }

    [Theory]
    [InlineData(CredentialKind.WorkspaceIdentity)]
    [InlineData(CredentialKind.WebServiceKey)]
    public void What_no_rule_speaks_of_is_not_stated(CredentialKind kind)
    {
        var placement = CredentialCatalogue.Find(kind);

        Assert.Equal((CredentialVault.NotStated, SubscriptionOwner.NotStated), (placement.Vault, placement.Subscription));
        Assert.Null(placement.Rule);
        Assert.Null(placement.IsStored);
        Assert.Empty(Readers(kind, RuleSet.Current));
    }

    [Fact]
    public void Every_kind_has_one_placement() => Assert.Equal(
        Enum.GetValues<CredentialKind>(), CredentialCatalogue.Placements.Select(placement => placement.Kind));

    [Fact]
    [Trait("Rule", "KV-04")]
    public void The_identity_reads_all_of_the_workspaces_vault_and_Readers_see_datastores_from_July_2020_on()
    {
        CredentialReaderKind[] ofTheVault = [CredentialReaderKind.WorkspaceIdentity, CredentialReaderKind.VaultReaders];

        Assert.Equal(ofTheVault, Readers(CredentialKind.StorageConnectionString, RuleSet.Current));
        Assert.Equal(ofTheVault, Readers(CredentialKind.DatastoreConnectionString, RuleSet.March2020));
        foreach (var rules in new[] { RuleSet.July2020, RuleSet.Current })
        {
            Assert.Equal(
                [.. ofTheVault, CredentialReaderKind.WorkspaceReaders],
                Readers(CredentialKind.DatastoreConnectionString, rules));
        }

        Assert.Equal(
            "KV-04",
            CredentialCatalogue.WhoMayRead(CredentialKind.RegistryPassword, RuleSet.March2020)[0].Rule.Text);
    }

    [Fact]
    [Trait("Rule", "KV-04")]
    public void Somebody_reads_by_being_the_identity_by_the_vault_or_by_the_workspace()
    {
        var policy = Policy(Assign(Reader, Alice, Authorization.Examples.Workspace));

        Assert.Equal([CredentialReaderKind.WorkspaceReaders], Ways(Alice, policy, null));
        Assert.Empty(Ways(Alice, policy.Under(RuleSet.March2020), null));
        Assert.Empty(Ways(Bob, policy, new VaultAccess(Keys: true, Secrets: false, Certificates: true)));
        Assert.Equal(
            [CredentialReaderKind.VaultReaders], Ways(Bob, policy, new VaultAccess(false, Secrets: true, false)));
        Assert.Equal([CredentialReaderKind.WorkspaceIdentity], Ways(IdentityId, policy, null));
    }

    [Theory]
    [Trait("Rule", "DEC-04")]
    [InlineData("string", FindingSeverity.Advice)]
    [InlineData("object", FindingSeverity.Advice)]
    [InlineData("", FindingSeverity.Advice)]
    [InlineData(null, FindingSeverity.Undetermined)]
    public void A_password_that_is_not_taken_securely_is_advised_against(string? type, FindingSeverity severity)
    {
        var finding = CredentialCatalogue.AssessPassword("$.parameters.adminPassword", type)!;

        Assert.Equal(("DEC-04", severity, "$.parameters.adminPassword"), (finding.Rule.Text, finding.Severity, finding.Path));
        Assert.Equal("take it as `securestring`", finding.Remedy);
    }

    [Theory]
    [Trait("Rule", "DEC-04")]
    [InlineData("securestring")]
    [InlineData("SecureString")]
    [InlineData("secureObject")]
    public void A_password_that_is_taken_securely_is_not_spoken_of(string type) =>
        Assert.Null(CredentialCatalogue.AssessPassword("$.parameters.adminPassword", type));

    [Fact]
    public void A_kind_from_elsewhere_is_a_callers_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => CredentialCatalogue.WhoMayRead((CredentialKind)99, RuleSet.Current));

    private static IEnumerable<CredentialReaderKind> Readers(CredentialKind kind, RuleSet rules) =>
        CredentialCatalogue.WhoMayRead(kind, rules).Select(reader => reader.Kind);

    private static IEnumerable<CredentialReaderKind> Ways(PrincipalId who, AccessPolicy policy, VaultAccess? vault) =>
        CredentialCatalogue.WaysToRead(
            CredentialKind.DatastoreConnectionString,
            Principal.User(who),
            IdentityId,
            Identity().Resources,
            policy,
            vault).Select(reader => reader.Kind);
}
