using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Azure's own templates, with and without the parameter files that are published with them.</summary>
public sealed class PublishedTemplateTests
{
    private const string Ml = "Microsoft.MachineLearningServices/workspaces";
    private const string Advanced = $"{TemplateLab.ArmTemplates}/201-advanced.azuredeploy.json";
    private const string AdvancedParameters = $"{TemplateLab.ArmTemplates}/201-advanced.parameters.json";
    private const string Encrypted = $"{TemplateLab.ArmTemplates}/201-encrypted.azuredeploy.json";
    private const string EncryptedParameters = $"{TemplateLab.ArmTemplates}/201-encrypted.parameters.json";

    [VectorFact(TemplateLab.ArmTemplates)]
    public void Every_template_is_read_without_a_notice()
    {
        var documents = Directory.GetFiles(OutsideVectors.PathOf(TemplateLab.ArmTemplates), "*.azuredeploy.json")
            .Select(file => TemplateLab.ReadFile($"{TemplateLab.ArmTemplates}/{Path.GetFileName(file)}"))
            .ToList();

        Assert.Equal(9, documents.Count);
        Assert.All(documents, document => Assert.Equal(ConfigurationShape.Template, document.Shape));
        Assert.All(documents, document => Assert.Empty(document.Notices));
        Assert.All(
            documents.SelectMany(document => document.Resources),
            resource => Assert.NotNull(resource.Type));
    }

    [VectorTheory(TemplateLab.ArmTemplates)]
    [InlineData(false, "FFFFTTFTTFFFFFF")]
    [InlineData(true, "TTFFTTTTTTTTTTT")]
    public void The_advanced_template_deploys_what_its_parameters_ask_for(bool isGiven, string conditions)
    {
        var resources = TemplateLab.ReadFile(Advanced, isGiven ? AdvancedParameters : null).Resources;

        Assert.Equal(
            [
                "Microsoft.Network/virtualNetworks",
                "Microsoft.Network/virtualNetworks/subnets",
                "Microsoft.Resources/deployments",
                "Microsoft.Network/virtualNetworks/subnets",
                "Microsoft.Storage/storageAccounts",
                "Microsoft.KeyVault/vaults",
                "Microsoft.ContainerRegistry/registries",
                "Microsoft.Insights/components",
                Ml,
                "Microsoft.Network/privateEndpoints",
                "Microsoft.Network/privateDnsZones",
                "Microsoft.Network/privateDnsZones",
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
            ],
            resources.Select(resource => resource.Type));
        Assert.Equal(conditions, string.Concat(resources.Select(resource =>
            resource.Condition switch { true => 'T', false => 'F', null => '?' })));
        Assert.Equal("$.resources[2].properties.template.resources[0]", resources[3].Path);
        Assert.Equal(ConfigurationNodeKind.Null, resources[3].Body["properties"].Kind);
    }

    [VectorFact(TemplateLab.ArmTemplates)]
    public void The_advanced_workspace_is_as_far_known_as_the_template_says_it()
    {
        var open = WorkspaceOf(TemplateLab.ReadFile(Advanced));
        var given = WorkspaceOf(TemplateLab.ReadFile(Advanced, AdvancedParameters));

        Assert.Equal(
            [
                ".name", ".location", ".dependsOn[0]", ".dependsOn[1]", ".dependsOn[2]", ".dependsOn[3]",
                ".properties.friendlyName", ".properties.storageAccount", ".properties.keyVault",
                ".properties.applicationInsights",
            ],
            TemplateLab.UnresolvedIn(open.Body).Select(path => path[open.Path.Length..]));
        Assert.Equal(
            [
                ".dependsOn[0]", ".dependsOn[1]", ".dependsOn[2]", ".dependsOn[3]", ".properties.storageAccount",
                ".properties.keyVault", ".properties.applicationInsights", ".properties.containerRegistry",
            ],
            TemplateLab.UnresolvedIn(given.Body).Select(path => path[given.Path.Length..]));
        Assert.Equal(("basic", "enterprise"), (open.Body["sku"]["name"].AsText, given.Body["sku"]["name"].AsText));
        Assert.Equal(("GEN-UNIQUE", "southcentralus"), (given.Name.AsText, given.Location.AsText));
        Assert.False(given.Properties["hbiWorkspace"].AsBoolean);
        Assert.Equal("systemAssigned", given.Body["identity"]["type"].AsText);
        Assert.Equal(ConfigurationNodeKind.Null, open.Properties["containerRegistry"].Kind);
        Assert.Equal("Disabled", open.Properties["encryption"]["status"].AsText);
        Assert.Equal("", open.Properties["encryption"]["keyVaultProperties"]["keyVaultArmId"].AsText);
    }

    [VectorTheory(TemplateLab.ArmTemplates)]
    [InlineData(Advanced, null)]
    [InlineData(Advanced, AdvancedParameters)]
    [InlineData(Encrypted, null)]
    [InlineData(Encrypted, EncryptedParameters)]
    public void What_a_workspace_refers_to_is_found_in_its_template(string template, string? parameters)
    {
        var document = TemplateLab.ReadFile(template, parameters);
        var properties = WorkspaceOf(document).Properties;

        Assert.Equal("Microsoft.Storage/storageAccounts", TypeOf("storageAccount"));
        Assert.Equal("Microsoft.Insights/components", TypeOf("applicationInsights"));
        Assert.Equal(template == Advanced ? "Microsoft.KeyVault/vaults" : null, TypeOf("keyVault"));

        string? TypeOf(string reference) => document.Resources
            .FirstOrDefault(resource => resource.Key == properties[reference].ResourceKey)?.Type;
    }

    [VectorTheory(TemplateLab.ArmTemplates)]
    [InlineData(null, "?", "?")]
    [InlineData(EncryptedParameters, "\"GET-PREREQ-cmk_keyvault\"", "\"GET-PREREQ-resource_cmk_uri\"")]
    public void The_encrypted_workspace_takes_its_key_from_parameters(string? parameters, string vault, string key)
    {
        var workspace = WorkspaceOf(TemplateLab.ReadFile(Encrypted, parameters));
        var encryption = workspace.Properties["encryption"];

        Assert.Equal("Enabled", encryption["status"].AsText);
        Assert.Equal("encryption_status", encryption["status"].Parameter?.Name);
        Assert.Equal(vault, TemplateLab.Show(encryption["keyVaultProperties"]["keyVaultArmId"]));
        Assert.Equal(key, TemplateLab.Show(encryption["keyVaultProperties"]["keyIdentifier"]));
        Assert.Equal(
            "$.resources[3].properties.encryption.keyVaultProperties.keyIdentifier",
            encryption["keyVaultProperties"]["keyIdentifier"].Path);
        Assert.True(workspace.Properties["hbiWorkspace"].AsBoolean);
        Assert.True(workspace.Condition);
        Assert.Equal("2020-01-01", workspace.ApiVersion);
    }

    [VectorTheory(TemplateLab.ArmTemplates)]
    [InlineData("101-attach-dsvm", "VirtualMachine", "administratorAccount.password")]
    [InlineData("101-attach-hdi", "HDInsight", "administratorAccount.password")]
    [InlineData("101-create-amlcompute", "AmlCompute", "userAccountCredentials.adminUserPassword")]
    [InlineData("101-create-computeinstance", "ComputeInstance", "sshSettings.adminPublicKey")]
    public void Secrets_of_computes_are_secure_parameters(string file, string computeType, string secret)
    {
        var compute = Assert.Single(
            TemplateLab.ReadFile($"{TemplateLab.ArmTemplates}/{file}.azuredeploy.json").Resources);
        var node = secret.Split('.').Aggregate(
            compute.Properties["properties"], (place, name) => place[name]);

        Assert.Equal($"{Ml}/computes", compute.Type);
        Assert.Equal(computeType, compute.Properties["computeType"].AsText);
        Assert.True(compute.Condition);
        Assert.True(node.IsUnresolved);
        Assert.True(node.Parameter?.IsSecure);
        Assert.False(node.Parameter?.IsGiven);
        Assert.Equal($"$.resources[0].properties.properties.{secret}", node.Path);
    }

    [VectorFact(TemplateLab.ArmTemplates)]
    public void A_compute_without_a_network_has_no_subnet_and_one_with_it_has()
    {
        const string File = $"{TemplateLab.ArmTemplates}/101-create-amlcompute.azuredeploy.json";
        var without = TemplateLab.ReadFile(File).Resources[0].Properties["properties"];
        var with = ConfigurationDocument.Read(
            System.IO.File.ReadAllBytes(OutsideVectors.PathOf(File)),
            """
            {
              "vnetResourceGroupName": "g", "vnetName": "v", "subnetName": "s", "workspaceName": "w", "clusterName": "c"
            }
            """u8).Expect().Resources[0];

        Assert.Equal(ConfigurationNodeKind.Null, without["subnet"].Kind);
        Assert.Equal(1, without["scaleSettings"]["maxNodeCount"].AsInteger);
        Assert.Equal("w/c", with.Name.AsText);
        Assert.Equal(
            "microsoft.network/virtualnetworks/subnets|v/s",
            with.Properties["properties"]["subnet"]["id"].ResourceKey);
    }

    private static ConfigurationResource WorkspaceOf(ConfigurationDocument document) =>
        Assert.Single(document.Resources, resource => resource.Type == Ml);
}
