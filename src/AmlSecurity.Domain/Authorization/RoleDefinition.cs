using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>A role: what whoever holds it may do (AUTHZ-02, AUTHZ-16).</summary>
/// <remarks>
/// The union of its blocks, each by itself entries minus exclusions (RBAC-02). The assignable scopes say where it may
/// be assigned and edited, not what it grants. Equal by all members, lists in their order; no order of its own.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record RoleDefinition
{
    /// <summary>Creates a role.</summary>
    /// <param name="name">The name for people.</param>
    /// <param name="blocks">The blocks of permissions.</param>
    /// <param name="id">The id, or null while the directory has not given one.</param>
    /// <param name="kind">Who made it.</param>
    /// <param name="description">What it is for, or null.</param>
    /// <param name="assignableScopes">Where it may be assigned.</param>
    public RoleDefinition(
        string name,
        ImmutableArray<PermissionBlock> blocks,
        RoleDefinitionId? id = null,
        RoleKind kind = RoleKind.Custom,
        string? description = null,
        ImmutableArray<ResourceId> assignableScopes = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Blocks = blocks.IsDefault ? [] : blocks;
        Id = id;
        Kind = kind;
        Description = description;
        AssignableScopes = assignableScopes.IsDefault ? [] : assignableScopes;
    }

    /// <summary>Gets the name for people.</summary>
    public string Name { get; }

    /// <summary>Gets the id, or null for an input file of a role that does not exist yet.</summary>
    public RoleDefinitionId? Id { get; }

    /// <summary>Gets who made it.</summary>
    public RoleKind Kind { get; }

    /// <summary>Gets what it is for, or null.</summary>
    public string? Description { get; }

    /// <summary>Gets the blocks of permissions.</summary>
    public ImmutableArray<PermissionBlock> Blocks { get; }

    /// <summary>Gets where it may be assigned and edited.</summary>
    public ImmutableArray<ResourceId> AssignableScopes { get; }

    /// <summary>Reads role definitions from JSON in any <see cref="RoleShape"/>: one, an array, or an ARM
    /// list.</summary>
    /// <param name="utf8">The document, in UTF-8.</param>
    /// <param name="strictness">Whether irregular entries and ids are kept.</param>
    /// <returns>The roles, and a fault with its place for each that could not be read.</returns>
    public static DocumentReading<RoleDefinition> Read(
        ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        DocumentReader.Read(utf8, strictness, RoleDefinitionReader.Read);

    /// <summary>Determines whether the role covers an operation, conditions aside.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="plane">Its plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns><see langword="true"/> if a block grants it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public bool Covers(ActionName action, Plane plane, WildcardReading reading = WildcardReading.Azure)
    {
        foreach (var block in Blocks)
        {
            if (block.Judge(action, plane, reading).IsGranted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lists which operations of a list the role covers, conditions aside.</summary>
    /// <param name="operations">The operations, such as those of a catalogue; the default counts as empty.</param>
    /// <param name="plane">Their plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>The places in the list, counted from 0, ascending.</returns>
    /// <exception cref="ArgumentNullException">An operation is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public ImmutableArray<int> Effective(
        ImmutableArray<ActionName> operations, Plane plane, WildcardReading reading = WildcardReading.Azure)
    {
        if (!Enum.IsDefined(plane))
        {
            throw new ArgumentOutOfRangeException(nameof(plane));
        }

        var covered = ImmutableArray.CreateBuilder<int>();
        var list = Elements.Of<ActionName>(operations.IsDefault ? [] : operations, nameof(operations));
        foreach (var (at, operation) in list.Index())
        {
            if (Covers(operation, plane, reading))
            {
                covered.Add(at);
            }
        }

        return covered.DrainToImmutable();
    }

    /// <summary>Checks the role against the rules for roles (AUTHZ-17 to AUTHZ-19, ROLE-01).</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The findings; none for a built-in role.</returns>
    public ImmutableArray<Finding> Assess(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Kind == RoleKind.BuiltIn
            ? []
            : [.. RoleLimits.Assess(this, rules), .. CustomRoles2020.Assess(this, rules)];
    }

    /// <summary>Determines whether a shape can hold the role without loss.</summary>
    /// <param name="shape">The shape.</param>
    /// <returns><see langword="false"/> only for <see cref="RoleShape.Cli"/> and a role that has not exactly one block
    /// without a condition.</returns>
    public bool FitsInto(RoleShape shape) =>
        shape != RoleShape.Cli || Blocks is [{ Condition: null }];

    /// <summary>Writes the role as JSON.</summary>
    /// <param name="json">The writer. It is not flushed.</param>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentException">The role does not fit into the shape, or there is no such shape.</exception>
    public void WriteTo(Utf8JsonWriter json, RoleShape shape = RoleShape.Flat)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (!Enum.IsDefined(shape))
        {
            throw new ArgumentOutOfRangeException(nameof(shape));
        }

        if (!FitsInto(shape))
        {
            throw new ArgumentException("the CLI shape holds one block without a condition", nameof(shape));
        }

        RoleDefinitionWriter.Write(json, this, shape);
    }

    /// <summary>Determines whether two roles are the same in every member.</summary>
    /// <param name="other">The other role.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(RoleDefinition? other) =>
        other is not null
        && Name == other.Name
        && Id == other.Id
        && Kind == other.Kind
        && Description == other.Description
        && Blocks.SequenceEqual(other.Blocks)
        && AssignableScopes.SequenceEqual(other.AssignableScopes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Id, Kind, Blocks.Length);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
