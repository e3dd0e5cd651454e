using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One operation, joined from the events that tell of it (LOG-02).</summary>
/// <remarks>
/// Each event that was given is in one of the four lists of one operation, ordered by time. Equal by all of them; no
/// order of its own. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record ActivityLogOperation
{
    internal ActivityLogOperation(ImmutableArray<ActivityLogEvent> events, ImmutableArray<ActivityLogEvent> repeats)
    {
        First = events[0];
        Starts = [.. events.Where(one => one.Progress == ActivityLogProgress.Started)];
        Ends = [.. events.Where(HasEnded)];
        Between = [.. events.Where(one => one.Progress != ActivityLogProgress.Started && !HasEnded(one))];
        Repeats = repeats;
    }

    /// <summary>Gets the events that tell of its start.</summary>
    public ImmutableArray<ActivityLogEvent> Starts { get; }

    /// <summary>Gets the events that tell neither of a start nor of an end.</summary>
    public ImmutableArray<ActivityLogEvent> Between { get; }

    /// <summary>Gets the events that tell of its end; the last counts.</summary>
    public ImmutableArray<ActivityLogEvent> Ends { get; }

    /// <summary>Gets the events that are the same as another.</summary>
    public ImmutableArray<ActivityLogEvent> Repeats { get; }

    /// <summary>Gets the first event, which says what the operation is.</summary>
    public ActivityLogEvent First { get; }

    /// <summary>Gets what was done, in the case of the first event.</summary>
    public string Name => First.OperationName.Value;

    /// <summary>Gets on what it was done, in the case of the first event.</summary>
    public string Target => ActivityLogAudit.TargetOf(First);

    /// <summary>Gets when it began; null if no event tells.</summary>
    public Instant? Start => Starts is [var first, ..] ? first.Time : null;

    /// <summary>Gets when it ended; null if no event tells.</summary>
    public Instant? End => Ends is [.., var last] ? last.Time : null;

    /// <summary>Gets how long it took; null if start or end is missing, or the end is earlier.</summary>
    public Duration? Duration => (Start, End) is ({ } start, { } end) && end >= start ? end - start : null;

    /// <summary>Gets how much of it the events show.</summary>
    public ActivityLogOperationState State =>
        Ends.IsEmpty ? ActivityLogOperationState.Open
        : Starts.IsEmpty ? ActivityLogOperationState.WithoutStart
        : ActivityLogOperationState.Complete;

    /// <summary>Gets what came of it, by the last end; a start while there is none.</summary>
    public AuditOutcome Outcome => Ends is [.., var last] ? ActivityLogOutcome.Of(last) : new AuditOutcome.Started();

    /// <summary>Gets what its events have that they should not.</summary>
    public ActivityLogOddities Oddities =>
        (Starts.Length > 1 ? ActivityLogOddities.SeveralStarts : 0)
        | (Ends.Length > 1 ? ActivityLogOddities.SeveralEnds : 0)
        | (Ends.Select(end => end.Progress).Distinct().Count() > 1 ? ActivityLogOddities.ContradictoryEnds : 0)
        | (End < Start ? ActivityLogOddities.EndBeforeStart : 0)
        | (First is { CorrelationId: null, OperationId: null } ? ActivityLogOddities.NotJoined : 0)
        | (Repeats.IsEmpty ? 0 : ActivityLogOddities.Repeated);

    /// <summary>Determines whether two operations are told by the same events.</summary>
    /// <param name="other">The other operation.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ActivityLogOperation? other) =>
        other is not null
        && Starts.SequenceEqual(other.Starts)
        && Between.SequenceEqual(other.Between)
        && Ends.SequenceEqual(other.Ends)
        && Repeats.SequenceEqual(other.Repeats);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Starts.Length, Between.Length, Ends.Length);

    private static bool HasEnded(ActivityLogEvent given) =>
        given.Progress is ActivityLogProgress.Succeeded or ActivityLogProgress.Failed;
}
