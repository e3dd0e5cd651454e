using System.Collections.Frozen;
using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Knows the tree of management groups, which no resource id shows (RBAC-07).</summary>
/// <remarks>
/// A circle, which Azure does not allow, ends where it began. Of two parents of one child the first by text counts,
/// whatever the order given. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class ScopeHierarchy
{
    private readonly FrozenDictionary<ResourceId, ResourceId> _parents;

    private ScopeHierarchy(ImmutableArray<ScopeParent> edges)
    {
        Edges = edges;
        _parents = edges
            .GroupBy(edge => edge.Child, edge => edge.Parent)
            .ToFrozenDictionary(
                parents => parents.Key,
                parents => parents.OrderBy(parent => parent.Canonical, StringComparer.Ordinal).First());
    }

    /// <summary>Gets the hierarchy without management groups.</summary>
    public static ScopeHierarchy Empty { get; } = new([]);

    /// <summary>Gets the edges as given.</summary>
    public ImmutableArray<ScopeParent> Edges { get; }

    /// <summary>Creates a hierarchy.</summary>
    /// <param name="edges">The edges, in any order.</param>
    /// <returns>The hierarchy.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    /// <exception cref="ArgumentException">
    /// A parent is no management group, or a child neither one nor a subscription: what stands between would be
    /// skipped.
    /// </exception>
    public static ScopeHierarchy Create(IEnumerable<ScopeParent> edges)
    {
        var given = Elements.Of(edges, nameof(edges));
        return given.All(IsEdge)
            ? new ScopeHierarchy(given)
            : throw new ArgumentException("an edge is not of the tree of management groups", nameof(edges));
    }

    /// <summary>Reads a hierarchy: an object of child to parent, or <c>az account management-group show --expand
    /// --recurse</c>.</summary>
    /// <param name="utf8">The document, in UTF-8.</param>
    /// <param name="strictness">Whether subscriptions that are no GUIDs are kept.</param>
    /// <returns>The edges, and a fault with its place for each that could not be read.</returns>
    /// <remarks>
    /// In an object, a child without slashes is taken both as a subscription and as a management group of that name,
    /// because exports of both look alike. A parent that is null or <c>/</c> is, leniently, the tenant's root.
    /// </remarks>
    public static DocumentReading<ScopeParent> Read(
        ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        ScopeHierarchyReader.Read(utf8, strictness);

    /// <summary>Gets a scope and everything that it inherits from.</summary>
    /// <param name="scope">The scope.</param>
    /// <returns>The scope, then its parents, nearest first, through the management groups up to the tenant's
    /// root.</returns>
    public ImmutableArray<ResourceId> ChainOf(ResourceId scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var chain = ImmutableArray.CreateBuilder<ResourceId>();
        var seen = new HashSet<ResourceId>();
        var at = scope;
        while (at is not null && at != ResourceId.Root && seen.Add(at))
        {
            chain.Add(at);
            at = _parents.GetValueOrDefault(at) ?? at.Parent;
        }

        // Above all and under nothing, also where a circle of management groups swallowed the way up.
        chain.Add(ResourceId.Root);
        return chain.ToImmutable();
    }

    private static bool IsEdge(ScopeParent edge) =>
        edge.Parent.Level == ScopeLevel.ManagementGroup
        && edge.Child.Level is ScopeLevel.ManagementGroup or ScopeLevel.Subscription;
}
