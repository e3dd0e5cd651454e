using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>One row of the table of what a workspace's identity may do (IDENT-03 to IDENT-08).</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ManagedIdentityGrant
{
    private ManagedIdentityGrant(RuleId rule, IdentityGrantKind kind, ResourceId? scope, RoleReference? role)
    {
        Rule = rule;
        Kind = kind;
        Scope = scope;
        Role = role;
    }

    /// <summary>Gets the rule that the row has.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets by what means access is given.</summary>
    public IdentityGrantKind Kind { get; }

    /// <summary>Gets what access is given to; null for a container registry that does not exist yet.</summary>
    public ResourceId? Scope { get; }

    /// <summary>Gets which role is given; null for access to a vault, which no role gives here.</summary>
    public RoleReference? Role { get; }

    /// <summary>Gets what is given, for a person: the name of the role, or what of the vault.</summary>
    public string RoleName => Role?.Name ?? "all keys, secrets and certificates";

    /// <summary>Gets a value indicating whether the grant waits for its registry to be made (DEC-15).</summary>
    public bool IsPending => Scope is null;

    /// <summary>Makes the role assignment that gives an identity this grant.</summary>
    /// <param name="identity">The object id of the identity.</param>
    /// <returns>The assignment, with an id that follows from what it says; null for access to a vault, and while the
    /// grant is pending.</returns>
    public RoleAssignment? ToAssignment(PrincipalId identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Scope is null || Role is null
            ? null
            : new RoleAssignment(
                DerivedAssignmentId.Of(Scope, Role.Id!.Name, identity),
                identity,
                Role,
                Scope,
                PrincipalKind: PrincipalKind.ManagedIdentity);
    }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>What, where, and by which rule.</returns>
    public override string ToString() => IsPending
        ? $"{RoleName} on a container registry that does not exist yet ({Rule})"
        : $"{RoleName} on {Plaintext.Quote(Scope!.Text)} ({Rule})";

    internal static ManagedIdentityGrant OfRole(RuleId rule, RoleReference role, ResourceId? scope) =>
        new(rule, IdentityGrantKind.RoleAssignment, scope, role);

    internal static ManagedIdentityGrant OfVault(RuleId rule, ResourceId vault) =>
        new(rule, IdentityGrantKind.VaultAccess, vault, null);
}
