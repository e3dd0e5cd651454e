using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class WorkspaceIdentityTests
{
    private const string Blob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";

    private static readonly string[] RealRoles = ["contributor", "storage-blob-data-contributor", "owner"];

    [Fact]
    [Trait("Rule", "IDENT-01")]
    [Trait("Rule", "IDENT-02")]
    public void A_workspace_has_one_identity_and_it_has_its_name()
    {
        Assert.Equal("churn", Identity().Name);
        Assert.Equal(Identity(), Identity());
        Assert.NotEqual(Identity(), Identity(registry: Registry));
    }

    [Fact]
    [Trait("Rule", "IDENT-03")]
    [Trait("Rule", "IDENT-04")]
    [Trait("Rule", "IDENT-05")]
    [Trait("Rule", "IDENT-06")]
    [Trait("Rule", "IDENT-07")]
    [Trait("Rule", "IDENT-08")]
    public void The_table_has_a_role_on_each_resource_and_group_and_the_content_of_the_vault() => Assert.Equal(
        [
            ("IDENT-03", "Contributor", Authorization.Examples.Workspace.Canonical, IdentityGrantKind.RoleAssignment),
            ("IDENT-04", "Storage Blob Data Contributor", Storage.Canonical, IdentityGrantKind.RoleAssignment),
            ("IDENT-05", "all keys, secrets and certificates", VaultElsewhere.Canonical, IdentityGrantKind.VaultAccess),
            ("IDENT-06", "Contributor", Registry.Canonical, IdentityGrantKind.RoleAssignment),
            ("IDENT-07", "Contributor", WorkspaceGroup.Canonical, IdentityGrantKind.RoleAssignment),
            ("IDENT-08", "Contributor", VaultGroup.Canonical, IdentityGrantKind.RoleAssignment),
        ],
        Identity(VaultElsewhere, Registry).Grants
            .Select(grant => (grant.Rule.Text, grant.RoleName, grant.Scope!.Canonical, grant.Kind)));

    [Theory]
    [Trait("Rule", "IDENT-09")]
    [Trait("Rule", "DEC-15")]
    [InlineData(false, false, 4)]
    [InlineData(false, true, 5)]
    [InlineData(true, false, 5)]
    [InlineData(true, true, 6)]
    public void There_are_four_to_six_grants(bool hasRegistry, bool isVaultElsewhere, int count)
    {
        var identity = Identity(isVaultElsewhere ? VaultElsewhere : Vault, hasRegistry ? Registry : null);

        Assert.Equal(count, identity.Grants.Length);
        Assert.Equal(hasRegistry ? 0 : 1, identity.Table.Count(grant => grant.IsPending));
        Assert.Equal(isVaultElsewhere, identity.Grants.Any(grant => grant.Rule.Text == "IDENT-08"));
    }

    [Fact]
    [Trait("Rule", "IDENT-08")]
    public void Resource_groups_that_differ_in_case_only_are_one()
    {
        Assert.DoesNotContain(
            Identity(Scope(Vault.Text.Replace("/rg1/", "/RG1/", StringComparison.Ordinal))).Table,
            grant => grant.Rule.Text == "IDENT-08");
        Assert.Contains(
            Identity(Scope(Vault.Text.Replace("11111111-", "22222222-", StringComparison.Ordinal))).Table,
            grant => grant.Rule.Text == "IDENT-08");
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void The_grant_on_a_registry_that_does_not_exist_is_pending_and_makes_no_assignment()
    {
        var pending = Assert.Single(Identity().Table, grant => grant.IsPending);

        Assert.Equal("IDENT-06", pending.Rule.Text);
        Assert.Null(pending.ToAssignment(IdentityId));
        Assert.Equal("Contributor on a container registry that does not exist yet (IDENT-06)", pending.ToString());
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void Access_to_the_vault_is_no_role_assignment()
    {
        var vault = Assert.Single(Identity().Grants, grant => grant.Kind == IdentityGrantKind.VaultAccess);

        Assert.Null(vault.ToAssignment(IdentityId));
        Assert.Equal(3, Identity().ToAssignments(IdentityId).Length);
    }

    [Fact]
    public void The_id_of_an_assignment_follows_from_what_it_says()
    {
        var made = Identity().ToAssignments(IdentityId);

        Assert.Equal(made.AsEnumerable(), Identity().ToAssignments(IdentityId));
        Assert.Equal(3, made.Select(assignment => assignment.Id).Distinct().Count());
        Assert.NotEqual(made[0].Id, Identity().ToAssignments(GroupId)[0].Id);
        Assert.All(made, assignment =>
        {
            Assert.StartsWith(assignment.Scope.Text + "/providers/Microsoft.Authorization/roleAssignments/", assignment.Id);
            Assert.Equal((8, 8), (Guid.Parse(assignment.Id[^36..]).Version, Guid.Parse(assignment.Id[^36..]).Variant & 12));
        });
    }

    [Fact]
    public void An_assignment_is_written_and_read_back_as_tools_do()
    {
        var made = Identity().ToAssignments(IdentityId)[0];
        var read = RoleAssignment.Read(Written(made.WriteTo)).Values[0];

        Assert.Equal((made.Id, made.PrincipalId, made.Scope), (read.Id, read.PrincipalId, read.Scope));
        Assert.Equal(made.Role.Id, read.Role.Id);
    }

    [VectorFact("aml/roles-builtin")]
    [Trait("Rule", "IDENT-03")]
    [Trait("Rule", "IDENT-04")]
    [Trait("Rule", "IDENT-06")]
    [Trait("Rule", "IDENT-08")]
    public void By_the_real_roles_the_identity_writes_blobs_and_runs_its_resources_and_assigns_no_role()
    {
        var policy = AccessPolicy.Create(
            RealRoles.SelectMany(name => RoleDefinition.Read(
                RbacVectors.Bytes($"aml/roles-builtin/{name}.json"), Strictness.Lenient).Values),
            Identity(VaultElsewhere, Registry).ToAssignments(IdentityId));
        bool May(string action, Domain.Resources.ResourceId scope, Plane plane = Plane.Control) => policy.Decide(
            new AccessRequest(Principal.ManagedIdentity(IdentityId), Action(action), plane, scope)).IsAllowed;

        Assert.True(May(Blob + "write", Storage, Plane.Data));
        Assert.True(May(Blob + "read", Storage, Plane.Data));
        Assert.True(May("Microsoft.MachineLearningServices/workspaces/computes/write", Authorization.Examples.Workspace));
        Assert.True(May("Microsoft.ContainerRegistry/registries/write", Registry));
        Assert.True(May("Microsoft.KeyVault/vaults/write", VaultElsewhere));
        Assert.False(May(Blob + "write", VaultGroup, Plane.Data));
        Assert.False(May("Microsoft.KeyVault/vaults/secrets/getSecret/action", VaultElsewhere, Plane.Data));
        Assert.False(May("Microsoft.Authorization/roleAssignments/write", Authorization.Examples.Workspace));
    }

    [Fact]
    [Trait("Rule", "IDENT-02")]
    public void Candidates_are_applications_of_the_workspaces_name()
    {
        RoleAssignment Named(string id, string? name, PrincipalKind kind) =>
            Assign(Reader, Id(id), Authorization.Examples.Workspace) with { PrincipalName = name, PrincipalKind = kind };
        RoleAssignment[] export =
        [
            Named("00000000-0000-0000-0000-00000000000a", "churn", PrincipalKind.ServicePrincipal),
            Named("00000000-0000-0000-0000-00000000000b", "churn", PrincipalKind.User),
            Named("00000000-0000-0000-0000-00000000000c", "churn-2", PrincipalKind.ServicePrincipal),
            Named("00000000-0000-0000-0000-00000000000d", "CHURN", PrincipalKind.ManagedIdentity),
            Named("00000000-0000-0000-0000-00000000000a", "churn", PrincipalKind.ServicePrincipal),
            Named("00000000-0000-0000-0000-00000000000e", null, PrincipalKind.ServicePrincipal),
        ];

        Assert.Equal(
            ["00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000d"],
            Identity().CandidatesIn(export).Select(id => id.Text));
    }
}
