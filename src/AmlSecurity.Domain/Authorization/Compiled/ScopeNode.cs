using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A scope on which something stands, or above which something could.</summary>
/// <param name="Id">The scope.</param>
/// <param name="Chain">Its own step, then those of all scopes above it, nearest first.</param>
/// <param name="Denies">The deny assignments on it that are enforced, in the order of the policy.</param>
/// <remarks>Equal by reference: a snapshot has one of each scope.</remarks>
internal sealed record ScopeNode(ResourceId Id, ScopeStep[] Chain, ImmutableArray<CompiledDeny> Denies) : INumbered
{
    public string Canonical => Id.Canonical;

    public int Number => Chain[0].Number;

    public bool Equals(ScopeNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;
}
