using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Takes operations away from principals on a scope, whatever their roles, Owner included (RBAC-03).</summary>
/// <remarks>
/// What its blocks exclude is exempt. Excluded principals, directly or through groups, are not denied. A condition is
/// not evaluated: the deny counts as if it held, whatever is known of the request. Equal by all members, lists in their
/// order; no order of its own. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record DenyAssignment
{
    /// <summary>Creates a deny assignment.</summary>
    /// <param name="id">The id of the assignment itself.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="blocks">What it denies.</param>
    /// <param name="principals">Whom it denies.</param>
    /// <param name="excludedPrincipals">Whom it spares.</param>
    /// <param name="name">The name for people, or null.</param>
    /// <param name="doesNotApplyToChildScopes">Whether it stops at the scope itself.</param>
    /// <param name="isSystemProtected">Whether only Azure can remove it.</param>
    /// <param name="effect">Whether it blocks.</param>
    /// <param name="condition">The condition under which it counts, or null.</param>
    public DenyAssignment(
        string id,
        ResourceId scope,
        ImmutableArray<PermissionBlock> blocks,
        ImmutableArray<DenyPrincipal> principals,
        ImmutableArray<DenyPrincipal> excludedPrincipals = default,
        string? name = null,
        bool doesNotApplyToChildScopes = false,
        bool isSystemProtected = false,
        DenyEffect effect = DenyEffect.Enforced,
        AccessCondition? condition = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(scope);
        Id = id;
        Scope = scope;
        Blocks = blocks.IsDefault ? [] : blocks;
        Principals = principals.IsDefault ? [] : principals;
        ExcludedPrincipals = excludedPrincipals.IsDefault ? [] : excludedPrincipals;
        Name = name;
        DoesNotApplyToChildScopes = doesNotApplyToChildScopes;
        IsSystemProtected = isSystemProtected;
        Effect = effect;
        Condition = condition;
    }

    /// <summary>Gets the id of the assignment itself.</summary>
    public string Id { get; }

    /// <summary>Gets where it stands; it is inherited from there.</summary>
    public ResourceId Scope { get; }

    /// <summary>Gets what it denies; the exclusions of a block are exempt.</summary>
    public ImmutableArray<PermissionBlock> Blocks { get; }

    /// <summary>Gets whom it denies.</summary>
    public ImmutableArray<DenyPrincipal> Principals { get; }

    /// <summary>Gets whom it spares.</summary>
    public ImmutableArray<DenyPrincipal> ExcludedPrincipals { get; }

    /// <summary>Gets the name for people, or null.</summary>
    public string? Name { get; }

    /// <summary>Gets a value indicating whether it stops at the scope itself. By default it is inherited.</summary>
    public bool DoesNotApplyToChildScopes { get; }

    /// <summary>Gets a value indicating whether only Azure can remove it.</summary>
    public bool IsSystemProtected { get; }

    /// <summary>Gets whether it blocks.</summary>
    public DenyEffect Effect { get; }

    /// <summary>Gets the condition under which it counts, or null.</summary>
    public AccessCondition? Condition { get; }

    /// <summary>Reads deny assignments as Azure Resource Manager and <c>az rest</c> give them.</summary>
    /// <param name="utf8">The document, in UTF-8: one, an array, or an ARM list.</param>
    /// <param name="strictness">Whether irregular entries and ids are kept.</param>
    /// <returns>The deny assignments, and a fault with its place for each that could not be read.</returns>
    public static DocumentReading<DenyAssignment> Read(
        ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        DocumentReader.Read(utf8, strictness, DenyAssignmentReader.Read);

    /// <summary>Writes the deny assignment as Azure Resource Manager does.</summary>
    /// <param name="json">The writer. It is not flushed.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        DenyAssignmentWriter.Write(json, this);
    }

    /// <summary>Determines whether two deny assignments are the same in every member.</summary>
    /// <param name="other">The other deny assignment.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(DenyAssignment? other) =>
        other is not null
        && Id == other.Id
        && Scope == other.Scope
        && Name == other.Name
        && DoesNotApplyToChildScopes == other.DoesNotApplyToChildScopes
        && IsSystemProtected == other.IsSystemProtected
        && Effect == other.Effect
        && Condition == other.Condition
        && Blocks.SequenceEqual(other.Blocks)
        && Principals.SequenceEqual(other.Principals)
        && ExcludedPrincipals.SequenceEqual(other.ExcludedPrincipals);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Scope, Blocks.Length, Principals.Length);
}
