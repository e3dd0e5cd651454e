using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The one identity that the system assigns to a workspace, and what it is given (IDENT-01 to
/// IDENT-09).</summary>
/// <remarks>
/// Four grants without a container registry whose vault is in the workspace's resource group, five with either, six
/// with both. Equal by the resources; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record WorkspaceIdentity
{
    private WorkspaceIdentity(AssociatedResources resources)
    {
        Resources = resources;
        Name = resources.Workspace.Name!;
        Table = [.. Rows(resources)];
        Grants = [.. Table.Where(grant => !grant.IsPending)];
    }

    /// <summary>Gets the workspace with its resources.</summary>
    public AssociatedResources Resources { get; }

    /// <summary>Gets the name, which is that of the workspace (IDENT-02).</summary>
    public string Name { get; }

    /// <summary>Gets every row of the table that applies, in the order of the rules, also one that is
    /// pending.</summary>
    public ImmutableArray<ManagedIdentityGrant> Table { get; }

    /// <summary>Gets the grants that can stand now, in the order of the rules.</summary>
    public ImmutableArray<ManagedIdentityGrant> Grants { get; }

    /// <summary>Gets the identity of a workspace.</summary>
    /// <param name="resources">The workspace with its resources.</param>
    /// <returns>The identity.</returns>
    public static WorkspaceIdentity Of(AssociatedResources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return new WorkspaceIdentity(resources);
    }

    /// <summary>Lists who in an export may be this identity: applications of its name (IDENT-02).</summary>
    /// <param name="assignments">The assignments.</param>
    /// <returns>The object ids, in the order of the export. Workspaces of one name in other resource groups have
    /// identities of one name, so that a name proves nothing.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public ImmutableArray<PrincipalId> CandidatesIn(IEnumerable<RoleAssignment> assignments) =>
    [
        .. Elements.Of(assignments, nameof(assignments))
            .Where(held => held.PrincipalKind
                is PrincipalKind.ServicePrincipal or PrincipalKind.ManagedIdentity or PrincipalKind.Unknown)
            .Where(held => string.Equals(held.PrincipalName, Name, StringComparison.OrdinalIgnoreCase))
            .Select(held => held.PrincipalId)
            .Distinct(),
    ];

    /// <summary>Makes the role assignments that give an identity all that it should have.</summary>
    /// <param name="identity">The object id of the identity.</param>
    /// <returns>One for each grant but the access to the vault.</returns>
    public ImmutableArray<RoleAssignment> ToAssignments(PrincipalId identity) =>
        [.. Grants.Select(grant => grant.ToAssignment(identity)).OfType<RoleAssignment>()];

    /// <summary>Determines whether two identities are of the same workspace with the same resources.</summary>
    /// <param name="other">The other identity.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(WorkspaceIdentity? other) => other is not null && Resources == other.Resources;

    /// <inheritdoc/>
    public override int GetHashCode() => Resources.GetHashCode();

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static IEnumerable<ManagedIdentityGrant> Rows(AssociatedResources resources)
    {
        var contributor = IdentityRoles.Contributor;
        yield return ManagedIdentityGrant.OfRole(IdentityRules.OnWorkspace, contributor, resources.Workspace);
        yield return ManagedIdentityGrant.OfRole(
            IdentityRules.OnStorage, IdentityRoles.BlobDataContributor, resources.StorageAccount);
        yield return ManagedIdentityGrant.OfVault(IdentityRules.InVault, resources.KeyVault);
        yield return ManagedIdentityGrant.OfRole(IdentityRules.OnRegistry, contributor, resources.ContainerRegistry);
        yield return ManagedIdentityGrant.OfRole(
            IdentityRules.OnWorkspaceGroup, contributor, resources.WorkspaceGroup);
        if (resources.KeyVaultGroup != resources.WorkspaceGroup)
        {
            yield return ManagedIdentityGrant.OfRole(
                IdentityRules.OnVaultGroup, contributor, resources.KeyVaultGroup);
        }
    }
}
