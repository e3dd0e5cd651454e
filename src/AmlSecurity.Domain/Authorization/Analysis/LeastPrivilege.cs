using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What somebody needs who does certain operations and no others.</summary>
/// <remarks>
/// What the operations were taken from limits the answer. An activity log does not record every operation: the start of
/// a run and the registration of a model are missing from it (MON-06), and reads are not recorded at all. A role made
/// from a log alone is therefore too narrow; add what its holder reads, and try it out before the old role is taken
/// away. What stands under a condition does not count as covered, and counts as surplus. Reference equality; no order.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class LeastPrivilege
{
    private LeastPrivilege(
        Plane plane,
        ImmutableArray<ActionName> used,
        ImmutableArray<CoveringRole> covering,
        ImmutableArray<RoleDefinition> together,
        ImmutableArray<ActionName> uncovered)
    {
        Plane = plane;
        Used = used;
        Covering = covering;
        Together = together;
        Uncovered = uncovered;
    }

    /// <summary>Gets the plane of the operations.</summary>
    public Plane Plane { get; }

    /// <summary>Gets what was used, each operation once, in ordinal order.</summary>
    public ImmutableArray<ActionName> Used { get; }

    /// <summary>Gets the roles that cover all of it alone, by surplus, then by size, then by name.</summary>
    public ImmutableArray<CoveringRole> Covering { get; }

    /// <summary>Gets a small set of roles that covers together what any of them covers, in the order of
    /// choice.</summary>
    /// <remarks>
    /// A heuristic: each time the role is taken that adds the least surplus for each operation that it newly covers.
    /// The smallest set can be smaller, and another can have less surplus.
    /// </remarks>
    public ImmutableArray<RoleDefinition> Together { get; }

    /// <summary>Gets what none of the roles covers.</summary>
    public ImmutableArray<ActionName> Uncovered { get; }

    /// <summary>Works out the least that covers what was used.</summary>
    /// <param name="used">The operations, in any order and case.</param>
    /// <param name="plane">Their plane.</param>
    /// <param name="roles">The roles to choose from, such as the built-in ones.</param>
    /// <param name="operations">The operations that a surplus is counted in.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">A list or one of its elements is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Plane or reading is neither of the two.</exception>
    public static LeastPrivilege For(
        IEnumerable<ActionName> used,
        Plane plane,
        IEnumerable<RoleDefinition> roles,
        OperationInventory operations,
        WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Choice.Demand(plane, nameof(plane));
        Choice.Demand(reading, nameof(reading));
        ImmutableArray<ActionName> wanted =
        [
            .. Elements.Of(used, nameof(used)).Distinct()
                .OrderBy(action => action.Canonical, StringComparer.Ordinal),
        ];
        var candidates = Elements.Of(roles, nameof(roles))
            .Select(role => RoleCandidate.Of(role, wanted, plane, operations, reading))
            .Where(candidate => candidate.Covered.Count > 0)
            .OrderBy(candidate => candidate.Surplus.Count)
            .ThenBy(candidate => candidate.Size)
            .ThenBy(candidate => candidate.Role.Name, StringComparer.Ordinal)
            .ToList();
        var (together, left) = RoleCandidate.Choose(candidates, wanted);
        return new LeastPrivilege(
            plane,
            wanted,
            [
                .. candidates.Where(candidate => candidate.Covered.Count == wanted.Length)
                    .Select(candidate => new CoveringRole(candidate.Role, candidate.Surplus.Count, candidate.Size)),
            ],
            together,
            left);
    }

    /// <summary>Makes the custom role that grants exactly what was used.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="assignableScopes">Where it may be assigned.</param>
    /// <returns>The role; it has no wildcards, so that no operation of tomorrow comes in unseen.</returns>
    public RoleDefinition ToRole(string name, ImmutableArray<ResourceId> assignableScopes)
    {
        ImmutableArray<ActionPattern> entries = [.. Used.Select(action => ActionPattern.ReadLeniently(action.Text))];
        return new RoleDefinition(
            name,
            [Plane == Plane.Control ? new PermissionBlock(entries) : new PermissionBlock(dataActions: entries)],
            assignableScopes: assignableScopes);
    }
}
