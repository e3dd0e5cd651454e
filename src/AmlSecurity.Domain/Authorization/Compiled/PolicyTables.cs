using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Everything that a compiled policy is made of. A changed copy shares all that did not change.</summary>
/// <remarks>Equal by reference.</remarks>
internal sealed record PolicyTables(
    RuleSet Rules,
    WildcardReading Reading,
    ScopeHierarchy Hierarchy,
    OperationTable Operations,
    RoleTable Roles,
    NumberedTable<Holder> Holders,
    NumberedTable<ScopeNode> Scopes,
    ImmutableArray<DenyAssignment> DenyAssignments)
{
    // A bit for each scope with a deny assignment; empty if there is none.
    private readonly ulong[] _denyScopes = [];

    /// <summary>Gets a value indicating whether guests are refused (AUTHZ-20).</summary>
    public bool RefusesGuests { get; } = AuthorizationRules.Pages2020.Includes(Rules);

    /// <summary>Gets a value indicating whether any deny assignment is enforced anywhere.</summary>
    public bool HasDenies => _denyScopes.Length > 0;

    /// <summary>Gets the scopes with deny assignments, as bits.</summary>
    public ulong[] DenyScopes
    {
        get => _denyScopes;
        init => _denyScopes = value;
    }

    /// <summary>Lets the processor fetch a principal and a scope at once, as each is several waits away.</summary>
    public void Touch(int principalHash, int scopeHash)
    {
        // Stryker disable statement: what is fetched ahead is fetched later otherwise.
        Holders.Touch(principalHash);
        Scopes.Touch(scopeHash);
        // Stryker restore statement
    }

    public Holder? Find(PrincipalId principal) => Holders.Find(principal.Canonical, principal.Hash);

    public ScopeNode? Find(ResourceId scope) => Scopes.Find(scope.Canonical, scope.Hash);

    /// <summary>Determines whether a deny assignment is enforced on a scope.</summary>
    public bool IsDenyScope(int scope) =>
        scope >> 6 < _denyScopes.Length && (_denyScopes[scope >> 6] >> scope & 1) != 0;

    /// <summary>Finds a scope, or the nearest above it that is known. The tenant's root always is.</summary>
    public (ScopeNode Node, bool IsExact) Resolve(ResourceId scope)
    {
        var isExact = true;
        for (var at = scope; ; at = at.Parent!, isExact = false)
        {
            if (Find(at) is { } node)
            {
                return (node, isExact);
            }
        }
    }

    /// <summary>Makes a readable policy that decides alike.</summary>
    public AccessPolicy ToPolicy() => AccessPolicy
        .Create(
            Roles.Roles,
            Holders.All().SelectMany(holder => holder.All.Select(held => held.Assignment)),
            DenyAssignments,
            GroupDirectory.Create(Holders.All()
                .Where(holder => !holder.Members.IsEmpty)
                .Select(holder => new Group(
                    holder.Id, [.. holder.Members.Select(member => Holders[member].Id)]))),
            Hierarchy)
        .Under(Rules)
        .ReadAs(Reading);

    public bool Equals(PolicyTables? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Holders.Count;
}
