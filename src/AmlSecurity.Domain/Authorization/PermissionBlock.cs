using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>One block of a role or deny assignment: entries, minus exclusions, for each plane (RBAC-02).</summary>
/// <remarks>
/// An exclusion only takes away what its own block covers; it denies nothing. A block with exclusions alone grants
/// nothing. Equal by entries in their order and by condition; no order of its own. Immutable, hence safe for concurrent
/// use.
/// </remarks>
public sealed record PermissionBlock
{
    /// <summary>Creates a block.</summary>
    /// <param name="actions">The control-plane entries.</param>
    /// <param name="notActions">The exclusions from them.</param>
    /// <param name="dataActions">The data-plane entries.</param>
    /// <param name="notDataActions">The exclusions from them.</param>
    /// <param name="condition">The condition under which the block counts, or null.</param>
    public PermissionBlock(
        ImmutableArray<ActionPattern> actions = default,
        ImmutableArray<ActionPattern> notActions = default,
        ImmutableArray<ActionPattern> dataActions = default,
        ImmutableArray<ActionPattern> notDataActions = default,
        AccessCondition? condition = null)
    {
        Actions = actions.IsDefault ? [] : actions;
        NotActions = notActions.IsDefault ? [] : notActions;
        DataActions = dataActions.IsDefault ? [] : dataActions;
        NotDataActions = notDataActions.IsDefault ? [] : notDataActions;
        Condition = condition;
    }

    /// <summary>Gets the control-plane entries.</summary>
    public ImmutableArray<ActionPattern> Actions { get; }

    /// <summary>Gets the exclusions from <see cref="Actions"/>.</summary>
    public ImmutableArray<ActionPattern> NotActions { get; }

    /// <summary>Gets the data-plane entries.</summary>
    public ImmutableArray<ActionPattern> DataActions { get; }

    /// <summary>Gets the exclusions from <see cref="DataActions"/>.</summary>
    public ImmutableArray<ActionPattern> NotDataActions { get; }

    /// <summary>Gets the condition under which the block counts, or null.</summary>
    public AccessCondition? Condition { get; }

    /// <summary>Judges an operation, the condition aside.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="plane">Its plane.</param>
    /// <param name="reading">What a star between two slashes covers.</param>
    /// <returns>Granted, excluded or silent, with the entries that decide.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public BlockVerdict Judge(ActionName action, Plane plane, WildcardReading reading = WildcardReading.Azure)
    {
        ArgumentNullException.ThrowIfNull(action);
        var (entries, exclusions) = plane switch
        {
            Plane.Control => (Actions, NotActions),
            Plane.Data => (DataActions, NotDataActions),
            _ => throw new ArgumentOutOfRangeException(nameof(plane)),
        };
        if (FirstMatch(entries, action, reading) is not { } covering)
        {
            return default;
        }

        return FirstMatch(exclusions, action, reading) is { } excluding
            ? new BlockVerdict(BlockOutcome.Excluded, covering, excluding)
            : new BlockVerdict(BlockOutcome.Granted, covering, null);
    }

    /// <summary>Determines whether two blocks have the same entries and condition.</summary>
    /// <param name="other">The other block.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(PermissionBlock? other) =>
        other is not null
        && Actions.SequenceEqual(other.Actions)
        && NotActions.SequenceEqual(other.NotActions)
        && DataActions.SequenceEqual(other.DataActions)
        && NotDataActions.SequenceEqual(other.NotDataActions)
        && Condition == other.Condition;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Actions.Length, NotActions.Length, DataActions.Length, NotDataActions.Length, Condition);

    private static ActionPattern? FirstMatch(
        ImmutableArray<ActionPattern> patterns, ActionName action, WildcardReading reading)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(action, reading))
            {
                return pattern;
            }
        }

        return null;
    }
}
