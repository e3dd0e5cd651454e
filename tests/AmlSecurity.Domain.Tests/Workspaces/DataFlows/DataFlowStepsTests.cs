using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class DataFlowStepsTests
{
    [Fact]
    public void Every_step_of_the_page_is_there_in_its_order_and_under_its_flow()
    {
        Assert.Equal(
            Enumerable.Range(1, 21).Select(number => $"FLOW-{number:00}"),
            DataFlowSteps.All.Select(step => step.Rule.Text).Distinct());
        Assert.Equal(
            [(DataFlow.CreateWorkspace, 5), (DataFlow.SaveSource, 3), (DataFlow.Training, 5), (DataFlow.Metrics, 2), (DataFlow.WebService, 8)],
            Enum.GetValues<DataFlow>().Select(flow => (flow, DataFlowSteps.Of(flow).Length)));
        Assert.Equal(DataFlowSteps.All.Length, DataFlowSteps.All.Select(step => step.Name).Distinct().Count());
    }

    [Theory]
    [Trait("Rule", "FLOW-01")]
    [Trait("Rule", "FLOW-02")]
    [Trait("Rule", "FLOW-03")]
    [Trait("Rule", "FLOW-05")]
    [Trait("Rule", "FLOW-06")]
    [Trait("Rule", "FLOW-08")]
    [Trait("Rule", "FLOW-09")]
    [Trait("Rule", "FLOW-10")]
    [Trait("Rule", "FLOW-11")]
    [Trait("Rule", "FLOW-12")]
    [Trait("Rule", "FLOW-13")]
    [Trait("Rule", "FLOW-14")]
    [Trait("Rule", "FLOW-15")]
    [Trait("Rule", "FLOW-16")]
    [Trait("Rule", "FLOW-17")]
    [Trait("Rule", "FLOW-18")]
    [Trait("Rule", "FLOW-19")]
    [Trait("Rule", "FLOW-20")]
    [Trait("Rule", "FLOW-21")]
    [InlineData("FLOW-01", StepActor.User, StepCredential.DirectorySignIn, null)]
    [InlineData("FLOW-02", StepActor.User, StepCredential.ArmToken, "AUTHZ-03")]
    [InlineData("FLOW-03", StepActor.ResourceManager, StepCredential.NotStated, null)]
    [InlineData("FLOW-05", StepActor.User, StepCredential.ArmToken, "AUTHZ-06")]
    [InlineData("FLOW-06", StepActor.User, StepCredential.None, null)]
    [InlineData("FLOW-08", StepActor.Service, StepCredential.ManagedIdentity, null)]
    [InlineData("FLOW-09", StepActor.User, StepCredential.ArmToken, "AUTHZ-09")]
    [InlineData("FLOW-10", StepActor.Service, StepCredential.NotStated, null)]
    [InlineData("FLOW-11", StepActor.Service, StepCredential.NotStated, null)]
    [InlineData("FLOW-12", StepActor.Service, StepCredential.Ssh, null)]
    [InlineData("FLOW-13", StepActor.Service, StepCredential.ManagedIdentity, null)]
    [InlineData("FLOW-14", StepActor.ComputeTarget, StepCredential.ServiceToken, null)]
    [InlineData("FLOW-15", StepActor.User, StepCredential.ArmToken, "AUTHZ-10")]
    [InlineData("FLOW-16", StepActor.User, StepCredential.ArmToken, "AUTHZ-11")]
    [InlineData("FLOW-17", StepActor.User, StepCredential.ArmToken, "AUTHZ-12")]
    [InlineData("FLOW-18", StepActor.Service, StepCredential.ManagedIdentity, null)]
    [InlineData("FLOW-19", StepActor.User, StepCredential.ArmToken, "AUTHZ-13")]
    [InlineData("FLOW-20", StepActor.Caller, StepCredential.WebServiceCredential, "AUTHZ-15")]
    [InlineData("FLOW-21", StepActor.WebService, StepCredential.NotStated, null)]
    public void Each_step_has_its_actor_its_credential_and_its_operation(
        string rule, StepActor actor, StepCredential credential, string? operation) =>
        Assert.All(
            DataFlowSteps.All.Where(step => step.Rule.Text == rule),
            step => Assert.Equal((actor, credential, operation), (step.Actor, step.Credential, step.Operation?.Rule.Text)));

    [Fact]
    [Trait("Rule", "FLOW-04")]
    public void With_a_workspace_come_a_vault_a_storage_account_a_registry_and_telemetry() => Assert.Equal(
        [
            StoreKind.WorkspaceVault, StoreKind.WorkspaceBlobs, StoreKind.WorkspaceFiles, StoreKind.ContainerRegistry,
            StoreKind.ApplicationInsights,
        ],
        Assert.Single(DataFlowSteps.All, step => step.Rule.Text == "FLOW-04").Creates.AsEnumerable());

    [Fact]
    [Trait("Rule", "FLOW-07")]
    public void Scripts_are_kept_on_the_machine_of_the_user_and_in_blob_storage()
    {
        var step = Assert.Single(DataFlowSteps.All, step => step.Rule.Text == "FLOW-07");

        Assert.Contains(StoreKind.LocalMachine, step.Reads.AsEnumerable());
        Assert.Equal([StoreKind.WorkspaceBlobs], step.Writes.AsEnumerable());
    }

    [Fact]
    [Trait("Rule", "FLOW-12")]
    [Trait("Rule", "FLOW-13")]
    public void Unmanaged_compute_is_reached_by_ssh_and_managed_compute_by_the_identity()
    {
        var unmanaged = Assert.Single(DataFlowSteps.All, step => step.Rule.Text == "FLOW-12");
        var managed = Assert.Single(DataFlowSteps.All, step => step.Rule.Text == "FLOW-13");

        Assert.Contains(StoreKind.MicrosoftVault, unmanaged.Reads.AsEnumerable());
        Assert.DoesNotContain(StoreKind.MicrosoftVault, managed.Reads.AsEnumerable());
        Assert.Contains(StoreKind.WorkspaceFiles, managed.Writes.AsEnumerable());
        Assert.Contains("IDENT-03", managed.Grants.Select(grant => grant.Text));
    }

    [Fact]
    public void Needs_are_the_stores_grants_and_keys_each_once()
    {
        var step = Assert.Single(DataFlowSteps.All, step => step.Rule.Text == "FLOW-13");

        Assert.Equal(step.Needs.Length, step.Needs.Distinct().Count());
        Assert.Equal(
            step.Reads.Union(step.Writes).Count() + step.Grants.Length + step.StorageKeys.Length, step.Needs.Length);
        Assert.Equal("the grant of IDENT-03", step.Needs.OfType<StepNeed.Grant>().First().ToString());
    }
}
