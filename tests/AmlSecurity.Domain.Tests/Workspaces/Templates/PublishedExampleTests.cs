using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>The published examples of Azure's REST interfaces.</summary>
public sealed class PublishedExampleTests
{
    private const string Ml = "Microsoft.MachineLearningServices/workspaces";

    [VectorTheory(TemplateLab.RestExamples)]
    [InlineData("aci-2019-12-01-CreateOrUpdate", "Microsoft.ContainerInstance/containerGroups demo1")]
    [InlineData("aml-2020-03-01-createBasicAKSCompute", $"{Ml}/computes workspaces123/compute123")]
    [InlineData("aml-2020-03-01-createBasicAmlCompute", $"{Ml}/computes workspaces123/compute123")]
    [InlineData("aml-2020-03-01-createWorkspace", $"{Ml} testworkspace")]
    [InlineData("aml-2020-03-01-deleteWorkspace")]
    [InlineData("aml-2020-03-01-getAKSCompute", $"{Ml}/computes workspaces123/compute123")]
    [InlineData("aml-2020-03-01-getAmlCompute", $"{Ml}/computes workspaces123/compute123")]
    [InlineData(
        "aml-2020-03-01-getComputes",
        $"{Ml}/computes workspaces123/compute123",
        $"{Ml}/computes workspaces123/compute1234")]
    [InlineData("aml-2020-03-01-getWorkspace", $"{Ml} testworkspace")]
    [InlineData("aml-2020-03-01-getWorkspacesBySubscription", $"{Ml} testworkspace", $"{Ml} testworkspace")]
    [InlineData("aml-2020-03-01-listWorkspaceKeys")]
    [InlineData("aml-2020-03-01-resyncWorkspaceKeys")]
    [InlineData("aml-2020-03-01-updateAmlCompute", $"{Ml}/computes workspaces123/compute123")]
    [InlineData("aml-2020-03-01-updateWorkspace", $"{Ml} testworkspace")]
    [InlineData(
        "aml-2020-03-01-workspaceGetPrivateEndpointConnection",
        $"{Ml}/privateEndpointConnections testworkspace/{{privateEndpointConnectionName}}")]
    [InlineData(
        "aml-2020-03-01-workspaceListPrivateLinkResources", $"{Ml}/privateLinkResources testworkspace/amlworkspace")]
    [InlineData(
        "aml-2020-03-01-workspacePutPrivateEndpointConnection",
        $"{Ml}/privateEndpointConnections testworkspace/{{privateEndpointConnectionName}}")]
    [InlineData("aml-2020-04-01-getWorkspace", $"{Ml} testworkspace")]
    [InlineData("authz-GetRoleDefinitionByName", "Microsoft.Authorization/roleDefinitions roleDefinitionId")]
    [InlineData("authz-PutRoleAssignment", "Microsoft.Authorization/roleAssignments roleassignmentId")]
    [InlineData("authz-PutRoleDefinition", "Microsoft.Authorization/roleDefinitions roleDefinitionId")]
    [InlineData(
        "authz-RoleAssignments_CreateForResource",
        "Microsoft.Authorization/roleAssignments 05c5a614-a7d6-4502-b150-c2fb455033ff")]
    [InlineData("cosmos-2020-03-01-CreateMax", "Microsoft.DocumentDB/databaseAccounts ddb1")]
    [InlineData("kv-CreateKey")]
    [InlineData("kv-GetKey")]
    [InlineData("kv-GetKeyVersions")]
    [InlineData(
        "monitor-GetActivityLogsFiltered",
        "microsoft.support/supporttickets/events/ticks "
        + "115012112305841/44ade6b4-3813-45e6-ae27-7420a95fa2f8/635574752669792776")]
    [InlineData("storage-EnableCMK", "Microsoft.Storage/storageAccounts sto8596")]
    [InlineData("storage-GetPropertiesCMKEnabled", "Microsoft.Storage/storageAccounts sto8596")]
    public void An_example_is_of_these_resources(string file, params string[] resources)
    {
        var document = Read(file);

        Assert.Equal(ConfigurationShape.Example, document.Shape);
        Assert.Equal(resources, document.Resources.Select(resource => $"{resource.Type} {resource.Name.AsText}"));
        Assert.All(document.Resources, resource => Assert.NotNull(resource.Id));
        Assert.All(document.Resources, resource => Assert.Empty(TemplateLab.UnresolvedIn(resource.Body)));
    }

    [VectorFact(TemplateLab.RestExamples)]
    public void Every_example_is_asked_for() => Assert.Equal(
        Directory.GetFiles(OutsideVectors.PathOf(TemplateLab.RestExamples)).Length,
        typeof(PublishedExampleTests).GetMethod(nameof(An_example_is_of_these_resources))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Length);

    [VectorFact(TemplateLab.RestExamples)]
    public void A_workspace_is_what_came_back_filled_with_what_was_asked_for()
    {
        var workspace = Assert.Single(Read("aml-2020-03-01-createWorkspace").Resources);

        Assert.Equal("Basic", workspace.Body["sku"]["name"].AsText);
        var status = workspace.Properties["encryption"]["status"];
        Assert.Equal("$.responses.200.body.properties.encryption.status", status.Path);
        Assert.Equal("Enabled", status.AsText);
        Assert.Equal(
            "Approved", workspace.Properties["sharedPrivateLinkResources"][0]["properties"]["status"].AsText);
        Assert.Equal(
            "microsoft.storage/storageaccounts|teststorageaccount", workspace.Properties["storageAccount"].ResourceKey);
        Assert.Equal(
            "$.parameters.parameters.properties.properties.scaleSettings.maxNodeCount",
            Read("aml-2020-03-01-createBasicAmlCompute").Resources[0]
                .Properties["properties"]["scaleSettings"]["maxNodeCount"].Path);
    }

    [VectorFact(TemplateLab.RestExamples)]
    public void Oddities_of_the_examples_are_kept()
    {
        var compute = Read("aml-2020-03-01-createBasicAKSCompute").Resources[0];
        var link = Read("aml-2020-03-01-workspaceListPrivateLinkResources");
        var container = Read("aci-2019-12-01-CreateOrUpdate").Resources[0];

        Assert.Equal(ResourceIdOddities.MissingLeadingSlash, compute.Id?.Oddities);
        Assert.Equal("$.responses.200.body.value[0].type", Assert.Single(link.Notices).Path);
        Assert.Equal(Ml + "/privateLinkResources", link.Resources[0].Type);
        Assert.Equal("SystemAssigned, UserAssigned", container.Body["identity"]["type"].AsText);
        Assert.Equal("eastus2(stage)", Read("storage-EnableCMK").Resources[0].Location.AsText);
    }

    private static ConfigurationDocument Read(string file) =>
        TemplateLab.ReadFile($"{TemplateLab.RestExamples}/{file}.json");
}
