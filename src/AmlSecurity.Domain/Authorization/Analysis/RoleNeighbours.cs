using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>The roles of a list that come nearest to a role: the same, the least wide of the wider, the widest of the
/// narrower.</summary>
/// <remarks>
/// Wide and narrow as <see cref="RoleComparison"/> has them, on one plane. A wider role is left out where another wider
/// one lies within it; a narrower one where it lies within another narrower one. Roles that grant nothing on the plane
/// are neighbours of none. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class RoleNeighbours
{
    private RoleNeighbours(
        RoleDefinition role,
        ImmutableArray<RoleComparison> equal,
        ImmutableArray<RoleComparison> wider,
        ImmutableArray<RoleComparison> narrower)
    {
        Role = role;
        Equal = equal;
        Wider = wider;
        Narrower = narrower;
    }

    /// <summary>Gets the role whose neighbours they are.</summary>
    public RoleDefinition Role { get; }

    /// <summary>Gets the comparisons with roles that grant the same.</summary>
    public ImmutableArray<RoleComparison> Equal { get; }

    /// <summary>Gets the comparisons with the nearest wider roles, in the order of the list.</summary>
    public ImmutableArray<RoleComparison> Wider { get; }

    /// <summary>Gets the comparisons with the nearest narrower roles, in the order of the list.</summary>
    public ImmutableArray<RoleComparison> Narrower { get; }

    /// <summary>Finds the neighbours of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="others">The roles to look among. The role itself is passed over.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>The neighbours.</returns>
    /// <exception cref="ArgumentNullException">A role is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Plane or reading is neither of the two.</exception>
    public static RoleNeighbours Find(
        RoleDefinition role,
        IEnumerable<RoleDefinition> others,
        Plane plane,
        WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(role);
        Choice.Demand(plane, nameof(plane));
        Choice.Demand(reading, nameof(reading));
        var compared = Elements.Of(others, nameof(others))
            .Where(other => other != role && new RoleReach(other, plane, reading).First() is not null)
            .Select(other => RoleComparison.Compare(role, other, plane, reading))
            .ToLookup(comparison => comparison.Relation);
        return new RoleNeighbours(
            role,
            [.. compared[RoleRelation.Equal]],
            Nearest(compared[RoleRelation.Narrower], RoleRelation.Narrower),
            Nearest(compared[RoleRelation.Wider], RoleRelation.Wider));

        ImmutableArray<RoleComparison> Nearest(IEnumerable<RoleComparison> all, RoleRelation nearer)
        {
            var list = all.ToList();
            return
            [
                .. list.Where(comparison => !list.Exists(other =>
                    RoleComparison.Compare(other.B, comparison.B, plane, reading).Relation == nearer)),
            ];
        }
    }
}
