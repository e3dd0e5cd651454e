using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What a role grants on one plane, as a set of names, conditions aside.</summary>
internal sealed class RoleReach
{
    private readonly ImmutableArray<(PatternSet Entries, PatternSet Exclusions)> _blocks;

    public RoleReach(RoleDefinition role, Plane plane, WildcardReading reading)
        : this(role.Blocks, plane, reading)
    {
    }

    public RoleReach(ImmutableArray<PermissionBlock> blocks, Plane plane, WildcardReading reading)
    {
        ImmutableArray<PermissionBlock> granting = [.. blocks.Where(block => EntriesOf(block, plane).Length > 0)];
        _blocks =
        [
            .. granting.Select(block => (
                new PatternSet(EntriesOf(block, plane), reading),
                new PatternSet(ExclusionsOf(block, plane), reading))),
        ];
        Patterns =
            [.. granting.SelectMany(block => EntriesOf(block, plane).Concat(ExclusionsOf(block, plane)))];
    }

    /// <summary>Gets every entry and exclusion that can make a difference.</summary>
    public ImmutableArray<ActionPattern> Patterns { get; }

    public static ImmutableArray<ActionPattern> EntriesOf(PermissionBlock block, Plane plane) =>
        plane == Plane.Control ? block.Actions : block.DataActions;

    public static ImmutableArray<ActionPattern> ExclusionsOf(PermissionBlock block, Plane plane) =>
        plane == Plane.Control ? block.NotActions : block.NotDataActions;

    /// <summary>Determines whether a block grants a lower-cased name.</summary>
    public bool Contains(string name)
    {
        foreach (var (entries, exclusions) in _blocks)
        {
            if (entries.Contains(name) && !exclusions.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a name that is granted, or null if there is none.</summary>
    public string? First() => RepresentativeNames.Of(Patterns).FirstOrDefault(Contains);
}
