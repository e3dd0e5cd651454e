using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class AssociatedResourcesTests
{
    [Fact]
    public void Ids_of_the_right_types_make_a_set_with_its_groups()
    {
        var resources = AssociatedResources.Create(Authorization.Examples.Workspace, Storage, VaultElsewhere, Registry).Expect();

        Assert.Equal(WorkspaceGroup, resources.WorkspaceGroup);
        Assert.Equal(VaultGroup, resources.KeyVaultGroup);
        Assert.Equal(
            resources,
            AssociatedResources.Create(
                Scope(Authorization.Examples.Workspace.Text.ToUpperInvariant()), Storage, VaultElsewhere, Registry).Expect());
        Assert.NotEqual(resources, AssociatedResources.Create(Authorization.Examples.Workspace, Storage, VaultElsewhere, null).Expect());
    }

    [Fact]
    public void Each_id_of_another_type_is_named()
    {
        Assert.Equal("as the workspace, it is of another type", Fault(Storage, Storage, Vault, Registry));
        Assert.Equal("as the storage account, it is of another type", Fault(Authorization.Examples.Workspace, Vault, Vault, Registry));
        Assert.Equal("as the key vault, it is of another type", Fault(Authorization.Examples.Workspace, Storage, Storage, Registry));
        Assert.Equal("as the container registry, it is of another type", Fault(Authorization.Examples.Workspace, Storage, Vault, Vault));
    }

    [Fact]
    public void A_child_an_extension_and_a_resource_outside_of_groups_are_refused()
    {
        var extension = Compute.Child("Microsoft.Storage/storageAccounts", "x");

        Assert.Equal("as the workspace, it is of another type", Fault(Compute, Storage, Vault, null));
        Assert.Equal("as the storage account, it is of another type", Fault(Authorization.Examples.Workspace, extension, Vault, null));
        Assert.Equal(
            "as the key vault, it is outside of a resource group",
            Fault(Authorization.Examples.Workspace, Storage, Subscription.Child("Microsoft.KeyVault/vaults", "kv"), null));
    }

    [Fact]
    public void An_id_that_is_needed_and_not_given_is_a_callers_mistake() =>
        Assert.Throws<ArgumentNullException>(() => AssociatedResources.Create(Authorization.Examples.Workspace, null!, Vault, null));

    private static string Fault(ResourceId workspace, ResourceId storage, ResourceId vault, ResourceId? registry) =>
        AssociatedResources.Create(workspace, storage, vault, registry).AsT1.ToString();
}
