using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Assessment;
using static AmlSecurity.Domain.Rules.FindingSeverity;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

/// <summary>Each rule on a configuration that breaks it and on one that does not.</summary>
public sealed class WorkspaceAssessmentTests
{
    private const string Endpoint = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/"
        + "Microsoft.Network/privateEndpoints/pe1";

    [Fact]
    public void A_sound_workspace_leaves_only_the_grants_of_its_identity_open()
    {
        var finding = Assert.Single(Find(Workspace()));

        Assert.Equal(("IDENT-10", Undetermined), (finding.Rule.Text, finding.Severity));
    }

    [Theory]
    [Trait("Rule", "WS-01")]
    [InlineData("ab")]
    [InlineData("with_underscore")]
    [InlineData("a-name-that-has-more-than-33-letters")]
    public void A_name_that_is_none_is_a_violation(string name) =>
        Assert.Equal([Violation], Find(Workspace(name: name)).Under("WS-01"));

    [Fact]
    [Trait("Rule", "WS-03")]
    public void A_storage_account_that_cannot_exist_is_a_warning() => Assert.Equal(
        [Warning],
        Find(Workspace().Replace("store1", "Store1", StringComparison.Ordinal)).Under("WS-03"));

    [Theory]
    [Trait("Rule", "WS-07")]
    [InlineData("\"adminUserEnabled\":true", null)]
    [InlineData("\"adminUserEnabled\":false", Violation)]
    [InlineData("", Violation)]
    public void The_registry_of_a_workspace_has_its_admin_user(string properties, FindingSeverity? severity) => Assert.Equal(
        severity is { } one ? [one] : [], Find(Workspace(), Resource(Registry, properties)).Under("WS-07"));

    [Theory]
    [Trait("Rule", "IDENT-01")]
    [InlineData("systemAssigned", null)]
    [InlineData("SystemAssigned, UserAssigned", Violation)]
    [InlineData("None", Violation)]
    public void A_workspace_has_a_system_assigned_identity(string identity, FindingSeverity? severity) => Assert.Equal(
        severity is { } one ? [one] : [], Find(Workspace(identity: identity)).Under("IDENT-01"));

    [Theory]
    [Trait("Rule", "NET-05.3")]
    [Trait("Rule", "NET-05.5")]
    [Trait("Rule", "DEC-17")]
    [InlineData("Approved", Violation)]
    [InlineData("Pending", Violation)]
    [InlineData("Rejected", null)]
    [InlineData("Disconnected", null)]
    public void Private_link_to_another_resource_takes_Enterprise(string status, FindingSeverity? severity)
    {
        var shared = $$"""
            "sharedPrivateLinkResources":[{"name":"x","properties":{"privateLinkResourceId":
            "{{Group}}/providers/Microsoft.DocumentDB/databaseAccounts/db/privateLinkResources/Sql","status":"{{status}}"} }]
            """;
        var own = """
            "privateEndpointConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}]
            """;

        Assert.Equal(severity is { } one ? [one] : [], Find(Workspace(shared, "Basic")).Under("NET-05.3"));
        Assert.Equal(severity is { } two ? [two] : [], Find(Workspace($"{shared},{own}", "Basic")).Under("NET-05.5"));
        Assert.Empty(Find(Workspace(shared)).Under("NET-05.3"));
    }

    [Fact]
    [Trait("Rule", "NET-05.7")]
    [Trait("Rule", "VNET-03")]
    public void A_registry_in_a_virtual_network_takes_Enterprise_Premium_and_a_cluster()
    {
        var wall = $$"""
            "adminUserEnabled":true,"networkRuleSet":{"defaultAction":"Deny","virtualNetworkRules":[{"id":"{{Subnet}}"}]}
            """;
        var storage = Resource(
            Storage, $$"""
            "networkAcls":{"virtualNetworkRules":[{"id":"{{Subnet}}"}]}
            """);
        var basic = Find(Workspace(edition: "Basic"), Resource(Registry, wall, "\"sku\":{\"name\":\"Basic\"}"), storage);
        var sound = Find(
            Workspace(),
            Resource(Registry, wall, "\"sku\":{\"name\":\"Premium\"}"),
            storage,
            Compute("AmlCompute", $$"""
                "subnet":{"id":"{{Subnet}}"}
                """));

        Assert.Equal([Violation], basic.Under("NET-05.7"));
        Assert.Contains(Violation, basic.Under("VNET-03"));
        Assert.Empty(sound.Under("NET-05.7"));
        Assert.Empty(sound.Under("VNET-03"));
    }

    [Fact]
    [Trait("Rule", "NET-05.8")]
    public void A_customer_managed_key_takes_Enterprise() =>
        Assert.Equal([Violation], Find(Workspace(Encryption(), "Basic")).Under("NET-05.8"));

    [Fact]
    [Trait("Rule", "NET-06")]
    [Trait("Rule", "DEC-17")]
    public void What_is_only_referred_to_leaves_the_edition_open_and_what_is_not_named_does_not()
    {
        var referred = Find(Workspace(edition: "Basic"));
        var declared = Find(
            Workspace(edition: "Basic"),
            Resource(Storage, ""),
            Resource(Vault, ""),
            Resource(Registry, "\"adminUserEnabled\":true"),
            Resource(Insights, ""));

        Assert.Equal([Undetermined], referred.Under("NET-06"));
        Assert.Empty(declared.Under("NET-06"));
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void A_workspace_with_private_link_has_no_compute_instance()
    {
        var endpoint = Resource(Endpoint, $$$"""
            "privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{WorkspaceId}}}","groupIds":["amlworkspace"]}}]
            """);

        Assert.Equal([Violation], Find(Workspace(), endpoint, Compute("ComputeInstance")).Under("NET-07"));
        Assert.Empty(Find(Workspace(), Compute("ComputeInstance")).Under("NET-07"));
        Assert.Empty(Find(Workspace(), endpoint, Compute("AmlCompute")).Under("NET-07"));
        Assert.Equal([Undetermined], Find(Compute("ComputeInstance")).Under("NET-07"));
    }

    [Fact]
    [Trait("Rule", "NET-08")]
    public void A_cluster_with_private_link_is_not_supported_in_March_and_is_in_July()
    {
        var cluster = Resource($"{Group}/providers/Microsoft.ContainerService/managedClusters/aks1", """
            "apiServerAccessProfile":{"enablePrivateCluster":true}
            """);

        Assert.Equal([Violation], Find(Workspace(), cluster).Under("NET-08"));
        Assert.Empty(Of(Workspace(), cluster).Assess(RuleSet.July2020, Known).Under("NET-08"));
    }

    [Fact]
    [Trait("Rule", "VNET-06")]
    public void Storage_with_private_link_is_not_supported_in_July()
    {
        var endpoint = Resource(Endpoint, $$$"""
            "privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{Storage}}}","groupIds":["blob"]}}]
            """);

        Assert.Equal([Violation], Of(Workspace(), endpoint).Assess(RuleSet.July2020, Known).Under("VNET-06"));
        Assert.Empty(Find(Workspace(), endpoint).Under("VNET-06"));
    }

    [Fact]
    [Trait("Rule", "ENC-17")]
    [Trait("Rule", "WS-06")]
    public void Both_parameters_are_given_or_the_key_is_disabled()
    {
        Assert.Equal([Violation, Violation], Find(Workspace(Encryption(vault: "", key: ""))).Under("ENC-17"));
        Assert.Equal([Violation], Find(Workspace(Encryption(key: ""))).Under("ENC-17"));
        Assert.Empty(Find(Workspace(Encryption("Disabled", "", ""))).Under("ENC-17"));
        Assert.Equal([Undetermined], Find(Workspace(Encryption("Perhaps"))).Under("ENC-17"));
    }

    [Fact]
    [Trait("Rule", "ENC-18")]
    [Trait("Rule", "ENC-19")]
    [Trait("Rule", "DEC-03")]
    public void The_key_has_a_version_and_is_in_the_vault_that_is_named()
    {
        const string Base = "https://vault1.vault.azure.net/keys/k";

        Assert.Equal([Violation], Find(Workspace(Encryption(key: Base))).Under("ENC-18"));
        Assert.Equal([Violation], Find(Workspace(Encryption(key: "no address"))).Under("ENC-18"));
        Assert.Equal([Violation], Find(Workspace(Encryption(vault: Storage))).Under("ENC-19"));
        Assert.Equal([Violation], Find(Workspace(Encryption(vault: $"{Vault}2"))).Under("DEC-03"));
        Assert.Empty(Find(Workspace(Encryption())).Under("DEC-03"));
    }

    [Fact]
    [Trait("Rule", "ENC-14")]
    [Trait("Rule", "ENC-15")]
    [Trait("Rule", "ENC-16")]
    [Trait("Rule", "ENC-20")]
    [Trait("Rule", "CMK-01")]
    public void What_no_document_shows_is_open_until_it_is_told()
    {
        var open = Find(AssessmentFacts.None, Workspace(Encryption()));
        var against = Find(
            Known with
            {
                IsCosmosDbKeyEnabled = false,
                AreProvidersRegistered = false,
                IsAppContributor = false,
                Vault = new(Domain.Resources.Region.Read("westus").Expect(), false, true),
            },
            Workspace(Encryption()));

        foreach (var rule in new[] { "ENC-14", "ENC-15", "ENC-16", "ENC-20" })
        {
            Assert.Equal([Undetermined], open.Under(rule));
            Assert.Equal([Violation], against.Under(rule));
            Assert.Empty(Find(Workspace(Encryption())).Under(rule));
        }

        Assert.Equal([Undetermined, Undetermined], open.Under("CMK-01"));
        Assert.Equal([Violation], against.Under("CMK-01"));
        Assert.Empty(Of(Workspace(Encryption())).Assess(RuleSet.Current, AssessmentFacts.None).Under("ENC-14"));
    }

    [Fact]
    [Trait("Rule", "ENC-20")]
    [Trait("Rule", "CMK-01")]
    public void A_vault_that_is_declared_tells_its_region_and_protection()
    {
        var vault = Resource(Vault, "\"enableSoftDelete\":true").Replace("eastus", "West US", StringComparison.Ordinal);
        var findings = Find(AssessmentFacts.None, Workspace(Encryption()), vault);

        Assert.Equal([Violation], findings.Under("ENC-20"));
        Assert.Equal([Violation], findings.Under("CMK-01"));
    }

    [Fact]
    [Trait("Rule", "ENC-21")]
    public void A_vault_of_the_key_beside_the_workspaces_own_is_worth_a_word()
    {
        var other = Encryption(
            vault: Vault.Replace("vault1", "vault2", StringComparison.Ordinal),
            key: "https://vault2.vault.azure.net/keys/k/aabbccddee112233445566778899aabb");

        Assert.Equal([Advice], Find(Workspace(other)).Under("ENC-21"));
        Assert.Empty(Find(Workspace(Encryption())).Under("ENC-21"));
    }

    [Fact]
    [Trait("Rule", "ENC-24")]
    [Trait("Rule", "ENC-27")]
    [Trait("Rule", "CMK-02")]
    public void Request_units_registry_and_sizes_of_keys_are_looked_at()
    {
        var units = $$"""
            {{Encryption()}},"serviceManagedResourcesSettings":{"cosmosDb":{"collectionsThroughput":400} }
            """;
        var storage = Resource(Storage, """
            "encryption":{"keySource":"Microsoft.Keyvault","keyvaultproperties":{"keyname":"k"}}
            """);

        Assert.Equal([Violation], Find(Workspace(units)).Under("ENC-24"));
        Assert.Equal([Advice], Find(Workspace(Encryption()), Resource(Registry, "\"adminUserEnabled\":true")).Under("ENC-27"));
        Assert.Equal([Advice], Find(Known with { WorkspaceKeyBits = 2048 }, Workspace(Encryption())).Under("CMK-02"));
        Assert.Equal([Violation], Find(Known with { StorageKeyBits = 4096 }, storage).Under("CMK-02"));
        Assert.Empty(Find(storage).Under("CMK-02"));
    }

    [Theory]
    [Trait("Rule", "ENC-01")]
    [InlineData("false", true, Violation)]
    [InlineData("\"true\"", true, null)]
    [InlineData("true", null, null)]
    [InlineData("false", null, Undetermined)]
    [InlineData("false", false, null)]
    [InlineData("\"[parameters('x')]\"", true, Undetermined)]
    public void Sensitive_data_take_a_workspace_of_high_business_impact(
        string flag, bool? isSensitive, FindingSeverity? severity)
    {
        var template = $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion":"1.0.0.0","parameters":{"x":{"type":"bool"} },"resources":[
             {{Workspace($"\"hbiWorkspace\":{flag}")}}]}
            """;

        Assert.Equal(
            severity is { } one ? [one] : [], Find(Known with { IsDataSensitive = isSensitive }, template).Under("ENC-01"));
    }

    [Fact]
    [Trait("Rule", "ENC-37")]
    public void Temporary_disks_are_encrypted_with_the_flag_only()
    {
        Assert.Equal([Advice], Find(Workspace(), Compute("AmlCompute")).Under("ENC-37"));
        Assert.Empty(Find(Workspace("\"hbiWorkspace\":true"), Compute("AmlCompute")).Under("ENC-37"));
        Assert.Equal([Undetermined], Find(Compute("AmlCompute")).Under("ENC-37"));
    }

    [Fact]
    [Trait("Rule", "DEC-04")]
    public void A_password_is_a_parameter_of_a_secure_type()
    {
        const string Attach = """
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "parameters":{"p":{"type":"TYPE"}},"resources":[{"type":"Microsoft.MachineLearningServices/workspaces/computes",
             "name":"space1/vm1","properties":{"computeType":"VirtualMachine","properties":{
             "administratorAccount":{"username":"u","password":VALUE}}}}]}
            """;

        string With(string type, string value) => Attach
            .Replace("TYPE", type, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);

        Assert.Equal([Advice], Find(With("string", "\"[parameters('p')]\"")).Under("DEC-04"));
        Assert.Empty(Find(With("securestring", "\"[parameters('p')]\"")).Under("DEC-04"));
        var literal = Find(With("string", "\"hunter2hunter2\""));
        Assert.Equal([Warning], literal.Under("DEC-04"));
        Assert.DoesNotContain(literal, finding => finding.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "DATA-03")]
    [Trait("Rule", "DATA-04")]
    public void Secrets_in_variables_and_people_in_run_ids_are_found_and_not_repeated()
    {
        var facts = Known with
        {
            EnvironmentVariables = ImmutableSortedDictionary<string, string>.Empty
                .Add("CLIENT_SECRET", "8Q~x7Kd93jfLwPq0sVbN2mZtRyUc5eHg"),
            RunIds = ["sound-run_1", "by-jane@contoso.com"],
        };

        var findings = Find(facts, Workspace());

        Assert.NotEmpty(findings.Under("DATA-03"));
        Assert.NotEmpty(findings.Under("DATA-04"));
        Assert.Contains(findings, finding => finding.Path == "$.facts.runIds[1]");
        Assert.DoesNotContain(findings, finding => finding.ToString().Contains("Kd93", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "SYNC-01")]
    public void A_storage_key_that_somebody_has_not_taken_up_is_a_violation()
    {
        Assert.Equal([Violation], Find(Known with { HaveDatastoresStorageKey = false }, Workspace()).Under("SYNC-01"));
        Assert.Empty(Find(Known with { HasWorkspaceStorageKey = true }, Workspace()).Under("SYNC-01"));
    }

    [Fact]
    public void What_may_not_be_deployed_is_only_perhaps_wrong()
    {
        var template = $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "parameters":{"x":{"type":"bool"} },"resources":[
             {"condition":"[parameters('x')]",{{Workspace(name: "a")[1..]}}]}
            """;

        Assert.Equal([Undetermined], Find(template).Under("WS-01"));
        Assert.Empty(Find(template.Replace("[parameters('x')]", "[false()]", StringComparison.Ordinal)));
    }

    private static string Encryption(
        string status = "Enabled",
        string vault = Vault,
        string key = "https://vault1.vault.azure.net/keys/k/aabbccddee112233445566778899aabb") =>
        $$$"""
        "encryption":{"status":"{{{status}}}","keyVaultProperties":{"keyVaultArmId":"{{{vault}}}","keyIdentifier":"{{{key}}}"}}
        """;
}
