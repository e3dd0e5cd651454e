using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Picks the roles that an assignment at a scope can name.</summary>
internal sealed class AssignableRoles
{
    private readonly AccessPolicy _policy;
    private readonly ResourceId _scope;
    private readonly HashSet<ResourceId> _chain;

    public AssignableRoles(AccessPolicy policy, ResourceId scope)
    {
        _policy = policy;
        _scope = scope;
        _chain = [.. policy.Hierarchy.ChainOf(scope)];
    }

    /// <summary>Lists those of the roles, each once.</summary>
    public IEnumerable<RoleDefinition> Of(IEnumerable<RoleDefinition> roles) =>
        roles.Distinct().Where(role => CanStandAtScope(role) && IsUnambiguous(role));

    // A role without assignable scopes is one that was not read from a directory; nothing forbids it.
    private bool CanStandAtScope(RoleDefinition role) =>
        (role.AssignableScopes.IsEmpty || role.AssignableScopes.Any(_chain.Contains))
        && (_scope.Level != ScopeLevel.ManagementGroup
            || role.Kind != RoleKind.Custom
            || !RoleLimits.HasDataActions(role));

    // The policy may know another role by the same id or name: an assignment that names both grants neither.
    private bool IsUnambiguous(RoleDefinition role) => _policy.Roles.All(other => other == role || (role.Id is { } id
        ? other.Id != id
        : !other.Name.Equals(role.Name, StringComparison.OrdinalIgnoreCase)));
}
