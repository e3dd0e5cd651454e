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
    TextTable PrincipalNumbers,
    PagedArray<Holder> Holders,
    TextTable ScopeNumbers,
    PagedArray<ScopeNode> Scopes,
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

    public Holder? Find(PrincipalId principal) =>
        PrincipalNumbers.Find(principal.Canonical, principal.Hash) is var number and >= 0 ? Holders[number] : null;

    public ScopeNode? Find(ResourceId scope) =>
        ScopeNumbers.Find(scope.Canonical, scope.Hash) is var number and >= 0 ? Scopes[number] : null;

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

    public bool Equals(PolicyTables? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Holders.Count;
}
