using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Workspaces;

/// <summary>A workspace with its resources, roles and identities for tests.</summary>
internal static class IdentityLab
{
    public static ResourceId WorkspaceGroup => Group1;

    public static ResourceId VaultGroup => Group10;

    public static ResourceId Storage { get; } = Group1.Child("Microsoft.Storage/storageAccounts", "stchurn");

    public static ResourceId Vault { get; } = Group1.Child("Microsoft.KeyVault/vaults", "kv-churn");

    public static ResourceId VaultElsewhere { get; } = Group10.Child("Microsoft.KeyVault/vaults", "kv-churn");

    public static ResourceId Registry { get; } = Group1.Child("Microsoft.ContainerRegistry/registries", "crchurn");

    public static PrincipalId IdentityId { get; } = Id("cccccccc-0000-0000-0000-000000000001");

    public static PrincipalId GroupId { get; } = Id("dddddddd-0000-0000-0000-000000000001");

    public static PrincipalId OuterGroupId { get; } = Id("dddddddd-0000-0000-0000-000000000002");

    public static GroupDirectory Groups { get; } = GroupDirectory.Create(
        [new Group(GroupId, [IdentityId], "inner"), new Group(OuterGroupId, [GroupId], "outer")]);

    public static ScopeHierarchy Hierarchy { get; } =
        ScopeHierarchy.Create([new ScopeParent(Subscription, ManagementGroup("mg"))]);

    public static RoleDefinition BlobContributor { get; } =
        BuiltIn("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "delete", "read", "write");

    public static RoleDefinition BlobReader { get; } =
        BuiltIn("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "read");

    /// <summary>Gets a role that is no built-in one and yet wider than Storage Blob Data Contributor.</summary>
    public static RoleDefinition Blobs { get; } = Role(
        "Everything of blobs", Block(["Microsoft.Storage/*"], data: ["Microsoft.Storage/*"]));

    /// <summary>Gets a role that gives all that Contributor gives, and assigning roles besides.</summary>
    public static RoleDefinition NearlyOwner { get; } =
        Role("Nearly Owner", Block(["*"], ["Microsoft.Authorization/locks/delete"]));

    /// <summary>Gets a role that gives all that Contributor gives but for one operation.</summary>
    public static RoleDefinition NearlyContributor { get; } =
        Role("Nearly Contributor", Block(["*"], ["Microsoft.ContainerRegistry/registries/write"]));

    public static RoleDefinition[] Roles { get; } =
        [Owner, Contributor, Reader, BlobContributor, BlobReader, Blobs, NearlyOwner, NearlyContributor];

    public static WorkspaceIdentity Identity(ResourceId? vault = null, ResourceId? registry = null) =>
        WorkspaceIdentity.Of(AssociatedResources.Create(Authorization.Examples.Workspace, Storage, vault ?? Vault, registry).Expect());

    public static AccessPolicy Policy(params RoleAssignment[] assignments) =>
        AccessPolicy.Create(Roles, assignments, groups: Groups, hierarchy: Hierarchy);

    private static RoleDefinition BuiltIn(string name, string id, params string[] verbs) => new(
        name,
        [
            Block(
                [.. verbs.Select(verb => $"Microsoft.Storage/storageAccounts/blobServices/containers/{verb}")],
                data: [.. verbs.Select(verb =>
                    $"Microsoft.Storage/storageAccounts/blobServices/containers/blobs/{verb}")]),
        ],
        RoleDefinitionId.Read(id).Expect(),
        RoleKind.BuiltIn);
}
