using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The training of a model as a flow, on managed and on unmanaged compute (FLOW-09 to FLOW-13).</summary>
/// <remarks>It goes along with the flow of the run in the room of authentication, and holds its state. Safe for
/// concurrent use.</remarks>
public static class Training
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<TrainingState, TrainingEvent, DataFlowEffect> Table { get; } = TrainingRows.Build();

    /// <summary>Begins with a snapshot.</summary>
    /// <param name="source">The snapshot that was saved.</param>
    /// <param name="at">The time.</param>
    /// <returns>The first state.</returns>
    public static TrainingState Begin(SourceSavingState.SnapshotReady source, Instant at)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TrainingState.NotSubmitted(source.Context, at, source.Snapshot);
    }
}
