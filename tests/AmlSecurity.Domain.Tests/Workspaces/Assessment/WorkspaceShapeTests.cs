using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Assessment;
using static AmlSecurity.Domain.Rules.FindingSeverity;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

/// <summary>The same things said in other ways, and things that are not said.</summary>
public sealed class WorkspaceShapeTests
{
    [Fact]
    [Trait("Rule", "NET-05.8")]
    public void The_command_line_prints_the_edition_as_a_text()
    {
        var workspace = Assert.Single(Of($$"""
            {"id":"{{WorkspaceId}}","name":"space1","type":"Microsoft.MachineLearningServices/workspaces",
             "location":"eastus","sku":"Basic","storageAccount":"{{Storage}}","keyVault":"{{Vault}}"}
            """).Configurations);

        Assert.Equal(Edition.Basic, workspace.Edition);
    }

    [Theory]
    [Trait("Rule", "IDENT-01")]
    [InlineData("\"identityType\":\"SystemAssigned\"", null)]
    [InlineData("\"identity_type\":\"systemAssigned\"", null)]
    [InlineData("\"identityType\":\"UserAssigned\"", Violation)]
    [InlineData("\"friendlyName\":\"Space\"", Undetermined)]
    public void The_command_line_prints_the_identity_beside_the_name(string member, FindingSeverity? severity)
    {
        var findings = Find($$"""
            {"id":"{{WorkspaceId}}","name":"space1","type":"Microsoft.MachineLearningServices/workspaces",
             "location":"eastus","sku":"Enterprise",{{member}},"storageAccount":"{{Storage}}","keyVault":"{{Vault}}"}
            """);

        Assert.Equal(severity is { } one ? [one] : [], findings.Under("IDENT-01"));
    }

    [Fact]
    public void What_is_not_known_has_one_remedy_unless_a_value_is_missing() => Assert.All(
        Find(AssessmentFacts.None, Workspace("""
            "encryption":{"status":"Enabled","keyVaultProperties":{
              "keyVaultArmId":"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault1",
              "keyIdentifier":"https://vault1.vault.azure.net/keys/k1/0123456789abcdef0123456789abcdef"}}
            """)).Where(finding => finding.Severity == Undetermined),
        finding => Assert.Equal("look it up", finding.Remedy));

    [Theory]
    [Trait("Rule", "DEC-04")]
    [InlineData("adminUserPassword", true)]
    [InlineData("AdminUserSshPrivateKey", true)]
    [InlineData("storageAccountKey", true)]
    [InlineData("adminUserSshPublicKey", false)]
    [InlineData("passwordSecretName", false)]
    [InlineData("disablePasswordAuthentication", false)]
    public void A_name_that_ends_as_a_secret_holds_one(string name, bool isSecret) => Assert.Equal(
        isSecret ? [Warning] : [],
        Find(Compute("AmlCompute", $"\"userAccountCredentials\":{{\"{name}\":\"words\"}}")).Under("DEC-04"));

    [Fact]
    [Trait("Rule", "DEC-04")]
    public void A_parameter_for_a_password_that_is_empty_by_default_is_still_no_secure_one()
    {
        const string Template = """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "parameters":{"p":{"type":"string","defaultValue":""}},
             "resources":[{"type":"Microsoft.MachineLearningServices/workspaces/computes","name":"space1/cluster1",
               "properties":{"computeType":"AmlCompute","properties":{
                 "userAccountCredentials":{"adminUserPassword":"[parameters('p')]"} } } }]}
            """;

        Assert.Equal([Advice], Find(Template).Under("DEC-04"));
        Assert.Empty(Find(Template.Replace("\"string\"", "\"securestring\"", StringComparison.Ordinal)).Under("DEC-04"));
    }

    [Fact]
    [Trait("Rule", "IDENT-10")]
    public void What_the_identity_has_lost_stands_among_the_facts()
    {
        var facts = Known with
        {
            Access = AccessPolicy.Create([], []),
            WorkspaceIdentity = PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000009").Expect(),
            IdentityVaultAccess = VaultAccess.Everything,
        };

        var lost = Find(facts, Workspace()).Where(finding => finding.Rule.Text == "IDENT-10").ToList();

        Assert.NotEmpty(lost);
        Assert.All(lost, finding => Assert.StartsWith("$.facts", finding.Path, StringComparison.Ordinal));
    }
}
