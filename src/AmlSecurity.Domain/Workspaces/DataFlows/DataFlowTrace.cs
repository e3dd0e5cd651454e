using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where a data flow ended, and all that came of it.</summary>
/// <typeparam name="TState">The states of the flow.</typeparam>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DataFlowTrace<TState>
    where TState : DataFlowState
{
    internal DataFlowTrace(
        TState state, ImmutableArray<DataFlowEffect> effects, ImmutableArray<DataFlowRefusal> refusals)
    {
        State = state;
        Effects = effects;
        Refusals = refusals;
    }

    /// <summary>Gets where it ended.</summary>
    public TState State { get; }

    /// <summary>Gets what a host is to carry out, in its order.</summary>
    public ImmutableArray<DataFlowEffect> Effects { get; }

    /// <summary>Gets the events that were refused.</summary>
    public ImmutableArray<DataFlowRefusal> Refusals { get; }

    /// <summary>Gets the events for the audit log, in their order.</summary>
    public ImmutableArray<AuditEvent> Records =>
        [.. Effects.OfType<DataFlowEffect.Emit>().Select(effect => effect.Event)];

    /// <summary>Gets the links for the lineage, in their order.</summary>
    public ImmutableArray<LineageLink> Links =>
        [.. Effects.OfType<DataFlowEffect.Link>().Select(effect => effect.Added)];

    /// <summary>Appends the events to a log, each at its own time unless the log is later.</summary>
    /// <param name="log">The log.</param>
    /// <returns>The log with all of them and the links with their places in it; or why one is not appended, and then
    /// none is.</returns>
    public OneOf<DataFlowRecording, AppendRefusal> AppendTo(AuditLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var steps = ImmutableArray.CreateBuilder<AppendStep>();
        foreach (var happened in Records)
        {
            var at = log.LastRecordedAt is { } last ? Instant.Max(last, happened.OccurredAt) : happened.OccurredAt;
            if (!log.Append(happened, at).TryPickT0(out var step, out var refusal))
            {
                return refusal;
            }

            steps.Add(step);
            log = step.Next;
        }

        // Where a source gives one id twice, the last record counts.
        var receipts = new Dictionary<string, AppendReceipt>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            receipts[step.Record.Event.EventId] = step.Receipt;
        }

        return new DataFlowRecording(
            log, steps.ToImmutable(), [.. Links.Select(link => link.With(receipts[link.EventId]))]);
    }

    /// <summary>Determines whether two courses are the same.</summary>
    /// <param name="other">The other course.</param>
    /// <returns><see langword="true"/> if state, effects and refusals are equal.</returns>
    public bool Equals(DataFlowTrace<TState>? other) =>
        other is not null
        && State == other.State
        && Effects.SequenceEqual(other.Effects)
        && Refusals.SequenceEqual(other.Refusals);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Effects.Length, Refusals.Length);
}
