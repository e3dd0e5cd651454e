using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>A role while it is weighed what it covers and what it gives beyond.</summary>
internal sealed record RoleCandidate(
    RoleDefinition Role, HashSet<ActionName> Covered, HashSet<(Plane Plane, ActionName Action)> Surplus, int Size)
{
    public static RoleCandidate Of(
        RoleDefinition role,
        ImmutableArray<ActionName> used,
        Plane plane,
        OperationInventory operations,
        WildcardReading reading)
    {
        ImmutableArray<PermissionBlock> certain = [.. role.Blocks.Where(block => block.Condition is null)];
        var sure = new RoleReach(certain, plane, reading);
        var covered = used.Where(action => sure.Contains(action.Canonical)).ToHashSet();
        var surplus = new HashSet<(Plane, ActionName)>();
        if (covered.Count > 0)
        {
            // What was used is no surplus, also where only a condition keeps it from being covered.
            foreach (var side in Enum.GetValues<Plane>())
            {
                var reach = new RoleReach(role, side, reading);
                surplus.UnionWith(operations.On(side)
                    .Where(action => reach.Contains(action.Canonical))
                    .Select(action => (side, action)));
            }

            surplus.ExceptWith(used.Select(action => (plane, action)));
        }

        return new RoleCandidate(role, covered, surplus, SizeOf(role));
    }

    /// <summary>Takes, again and again, the role that adds the least surplus for each operation that it newly
    /// covers.</summary>
    public static (ImmutableArray<RoleDefinition> Chosen, ImmutableArray<ActionName> Left) Choose(
        IReadOnlyList<RoleCandidate> candidates, ImmutableArray<ActionName> used)
    {
        var chosen = ImmutableArray.CreateBuilder<RoleDefinition>();
        var left = used.ToHashSet();
        var given = new HashSet<(Plane, ActionName)>();
        while (Best() is { } best)
        {
            chosen.Add(best.Role);
            left.ExceptWith(best.Covered);
            given.UnionWith(best.Surplus);
        }

        return (chosen.ToImmutable(), [.. used.Where(left.Contains)]);

        RoleCandidate? Best() => candidates
            .Select(candidate => (Candidate: candidate, New: candidate.Covered.Count(left.Contains)))
            .Where(weighed => weighed.New > 0)
            .OrderBy(weighed => (weighed.Candidate.Surplus.Count(more => !given.Contains(more)) + 1.0) / weighed.New)
            .ThenByDescending(weighed => weighed.New)
            .FirstOrDefault().Candidate;
    }

    public bool Equals(RoleCandidate? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Role.GetHashCode();

    private static int SizeOf(RoleDefinition role) => role.Blocks.Sum(block =>
        block.Actions.Length + block.NotActions.Length + block.DataActions.Length + block.NotDataActions.Length);
}
