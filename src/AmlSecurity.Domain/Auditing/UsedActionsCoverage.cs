using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>States on what a list of used actions rests, and what it cannot show.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record UsedActionsCoverage
{
    internal UsedActionsCoverage(ImmutableArray<ActivityLogOperation> operations, int unattributed, int unreadable)
    {
        ImmutableArray<Instant> times =
            [.. operations.SelectMany(one => one.Starts.Concat(one.Between).Concat(one.Ends)).Select(one => one.Time)];
        From = times.IsEmpty ? null : times.Min();
        To = times.IsEmpty ? null : times.Max();
        Operations = operations.Length;
        Unattributed = unattributed;
        Unreadable = unreadable;
    }

    /// <summary>Gets the time of the first event; null without any.</summary>
    public Instant? From { get; }

    /// <summary>Gets the time of the last event; null without any.</summary>
    public Instant? To { get; }

    /// <summary>Gets how many operations there are.</summary>
    public int Operations { get; }

    /// <summary>Gets how many operations name nobody; they are in no set.</summary>
    public int Unattributed { get; }

    /// <summary>Gets how many operations have a name that is none of an action; they are in no set.</summary>
    public int Unreadable { get; }

    /// <summary>Gets what no activity log can show, whatever its events.</summary>
    public ImmutableArray<ActivityLogBlindSpot> BlindSpots { get; } =
    [
        ActivityLogBlindSpot.Reads,
        ActivityLogBlindSpot.DataPlane,
        ActivityLogBlindSpot.OperationsThatDoNotWrite,
        ActivityLogBlindSpot.OutsideOfTheSpan,
        ActivityLogBlindSpot.LinkedActions,
    ];

    /// <summary>Determines whether two statements are the same in every member.</summary>
    /// <param name="other">The other statement.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(UsedActionsCoverage? other) =>
        other is not null
        && (From, To, Operations) == (other.From, other.To, other.Operations)
        && (Unattributed, Unreadable) == (other.Unattributed, other.Unreadable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, To, Operations, Unattributed, Unreadable);
}
