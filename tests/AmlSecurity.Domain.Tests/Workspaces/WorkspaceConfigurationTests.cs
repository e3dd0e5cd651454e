using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class WorkspaceConfigurationTests
{
    private const string Own = "\"encryption\":{\"keySource\":\"Microsoft.Keyvault\"}";
    private const string Cluster = $"{Group}/providers/Microsoft.ContainerService/managedClusters/aks1";

    [Fact]
    [Trait("Rule", "DEC-17")]
    public void The_topology_is_that_of_all_documents_and_what_is_only_referred_to_is_not_known()
    {
        var topology = One(
            Workspace("\"encryption\":{\"status\":\"Enabled\"}"),
            Resource(Storage, "\"networkAcls\":{\"defaultAction\":\"Deny\"}")).Topology;

        Assert.Equal(
            NetworkTopology.Open
                .WithCustomerManagedKey(true)
                .With(AssociatedResource.Storage, NetworkAttachment.VirtualNetwork)
                .With(AssociatedResource.KeyVault, null)
                .With(AssociatedResource.ContainerRegistry, null)
                .With(AssociatedResource.ApplicationInsights, null),
            topology);
    }

    [Fact]
    [Trait("Rule", "NET-07")]
    public void Another_topology_is_judged_with_the_compute_targets_that_there_are()
    {
        var workspace = One(Workspace(edition: "Basic"), Compute("ComputeInstance"));
        var open = NetworkTopology.Open;

        Assert.Empty(workspace.AssessTopology(open, RuleSet.March2020));
        Assert.Equal(
            ["NET-05.8", "NET-07"],
            workspace.AssessTopology(open.WithWorkspacePrivateLink(true).WithCustomerManagedKey(true), RuleSet.March2020)
                .Select(finding => finding.Rule.Text));
        Assert.Empty(One(Workspace(edition: "Basic"), Compute("AmlCompute"))
            .AssessTopology(open.WithWorkspacePrivateLink(true), RuleSet.March2020));
    }

    [Fact]
    public void What_a_topology_brings_is_undetermined_where_the_workspace_is()
    {
        var finding = Assert.Single(One("""
            {"$schema":"x","parameters":{"is":{"type":"bool"}},"resources":[{"condition":"[parameters('is')]",
             "type":"Microsoft.MachineLearningServices/workspaces","name":"space1","sku":{"tier":"Basic"}}]}
            """).AssessTopology(NetworkTopology.Open.WithCustomerManagedKey(true), RuleSet.March2020));

        Assert.Equal(("NET-05.8", FindingSeverity.Undetermined), (finding.Rule.Text, finding.Severity));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\"encryption\":{\"keySource\":\"Microsoft.Storage\"}", false)]
    [InlineData(Own, true)]
    public void The_key_of_the_storage_account_is_read_where_it_is_declared(string properties, bool? isOwn)
    {
        var documents = properties.Length > 0 ? new[] { Workspace(), Resource(Storage, properties) } : [Workspace()];

        Assert.Equal(isOwn, One(documents).Encryption.StorageKey);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"encryption\":{\"status\":\"disabled\"}", false)]
    [InlineData("\"encryption\":{\"status\":\"Enabled\"}", true)]
    public void So_is_that_of_the_registry(string properties, bool isOwn) =>
        Assert.Equal(isOwn, One(Workspace(), Resource(Registry, properties)).Encryption.RegistryKey);

    [Theory]
    [InlineData("\"cmk_vault_base_url\":\"v\",\"cmk_key_name\":\"k\",\"cmk_key_version\":\"1\"", true)]
    [InlineData("\"ssl_enabled\":false", false)]
    [InlineData("\"cmk_key_name\":\"k\"", null)]
    public void Container_instances_have_a_key_with_all_three_values(string settings, bool? isOwn) =>
        Assert.Equal(isOwn, One(Workspace(), $$"""{"compute_type":"ACI",{{settings}}}""").Encryption.ContainerInstanceKey);

    [Theory]
    [InlineData("", "\"cmk_vault_base_url\":\"v\",\"cmk_key_name\":\"k\",\"cmk_key_version\":\"1\",", false)]
    [InlineData("\"cmk_key_name\":\"k\",", "", false)]
    [InlineData("\"cmk_key_name\":\"k\",", "\"cmk_vault_base_url\":\"v\",\"cmk_key_name\":\"k\",\"cmk_key_version\":\"1\",", null)]
    public void One_service_without_a_key_decides_for_all(string first, string second, bool? areOwn) => Assert.Equal(
        areOwn,
        One(
            Workspace(),
            $$"""[{ {{first}}"compute_type":"ACI"},{ {{second}}"compute_type":"ACI"}]""").Encryption.ContainerInstanceKey);

    [Theory]
    [InlineData("\"diskEncryptionSetID\":\"set\"", true)]
    [InlineData("", false)]
    public void A_cluster_has_one_with_a_disk_encryption_set(string properties, bool isOwn) =>
        Assert.Equal(isOwn, One(Workspace(), Resource(Cluster, properties)).Encryption.KubernetesKey);

    [Fact]
    public void What_no_document_tells_is_not_known() => Assert.Equal(
        new EncryptionSettings(HbiWorkspace: true, WorkspaceKey: false),
        One(Workspace("\"hbiWorkspace\":true")).Encryption);

    [Fact]
    [Trait("Rule", "ENC-01")]
    public void The_posture_of_a_configuration_is_that_of_its_settings()
    {
        var workspace = One(Workspace("\"hbiWorkspace\":true"), Resource(Storage, Own));
        var posture = EncryptionPosture.Of(workspace);

        Assert.Equal(EncryptionPosture.Of(workspace.Encryption), posture);
        Assert.Equal(
            (KeyOwner.Customer, KeyOwner.System, KeyOwner.NotStated),
            (posture.Find(StoreKind.WorkspaceBlobs).Keys,
                posture.Find(StoreKind.ComputeTemporaryDisk).Keys,
                posture.Find(StoreKind.ContainerRegistry).Keys));
    }

    private static WorkspaceConfiguration One(params string[] documents) =>
        Assert.Single(Of(documents).Configurations);
}
