using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What any role, built-in or custom, makes of the 13 operations of the matrix (AUTHZ-03 to
/// AUTHZ-15).</summary>
/// <remarks>
/// By the actions of the role, not by the matrix, which speaks of three roles only: of these it differs in two cells
/// (<see cref="OperationMatrix"/>). Conditions count as fulfilled and are flagged. Assignments, denies and scopes play
/// no part; a policy decides with those. Equal by role, reading and rows; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record CapabilityCard
{
    private CapabilityCard(RoleDefinition role, WildcardReading reading, ImmutableArray<CapabilityRow> rows)
    {
        Role = role;
        Reading = reading;
        Rows = rows;
    }

    /// <summary>Gets the role in question.</summary>
    public RoleDefinition Role { get; }

    /// <summary>Gets what a star between two slashes covers.</summary>
    public WildcardReading Reading { get; }

    /// <summary>Gets the 13 rows in the order of the matrix.</summary>
    public ImmutableArray<CapabilityRow> Rows { get; }

    /// <summary>Works out the card of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>The card.</returns>
    public static CapabilityCard Of(RoleDefinition role, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new CapabilityCard(
            role,
            reading,
            [
                .. OperationMatrix.Operations.Select(operation => new CapabilityRow(
                    operation, [.. operation.Alternatives.Select(way => Judge(role, way, reading))])),
            ]);
    }

    /// <summary>Determines whether two cards say the same of the same role.</summary>
    /// <param name="other">The other card.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(CapabilityCard? other) =>
        other is not null && Role == other.Role && Reading == other.Reading && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Role, Reading);

    /// <summary>Returns a line for the role and one for each row.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join('\n', Rows.Select(row => row.ToString()).Prepend(Role.Name));

    private static CapabilityWay Judge(RoleDefinition role, ActionAlternative way, WildcardReading reading)
    {
        ImmutableArray<ActionName> missing =
            [.. way.Actions.Where(action => !role.Covers(action, Plane.Control, reading))];
        var isConditional = missing.IsEmpty
            && !way.Actions.All(action => role.Blocks.Any(
                block => block.Condition is null && block.Judge(action, Plane.Control, reading).IsGranted));
        return new CapabilityWay(way, missing, isConditional);
    }
}
