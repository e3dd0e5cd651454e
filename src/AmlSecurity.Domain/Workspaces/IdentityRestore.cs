using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The one step that gives an identity back what it has lost: resynchronising the keys of its workspace
/// (IDENT-11).</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class IdentityRestore
{
    internal IdentityRestore(
        AssociatedResources resources, PrincipalId identity, ImmutableArray<ManagedIdentityGrant> grants)
    {
        Scope = resources.Workspace;
        Grants = grants;
        Assignments = [.. grants.Select(grant => grant.ToAssignment(identity)).OfType<RoleAssignment>()];
    }

    /// <summary>Gets the operation that somebody has to do.</summary>
    public ActionName Action { get; } = MlActions.ResyncKeys;

    /// <summary>Gets the workspace that it is done to.</summary>
    public ResourceId Scope { get; }

    /// <summary>Gets the grants that it gives back, in the order of the rules.</summary>
    public ImmutableArray<ManagedIdentityGrant> Grants { get; }

    /// <summary>Gets the role assignments that stand afterwards and did not before.</summary>
    public ImmutableArray<RoleAssignment> Assignments { get; }

    /// <summary>Gets a value indicating whether it also opens the vault again.</summary>
    public bool OpensVault => Grants.Any(grant => grant.Kind == IdentityGrantKind.VaultAccess);

    /// <summary>Asks whether somebody may do it.</summary>
    /// <param name="principal">Who.</param>
    /// <returns>The question to a policy.</returns>
    public AccessRequest RequestBy(Principal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return AccessRequest.Control(principal, Action, Scope);
    }
}
