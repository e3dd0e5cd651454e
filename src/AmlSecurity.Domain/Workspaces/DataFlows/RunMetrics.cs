using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The metrics of a run as a flow: written by the compute target, read by clients through Azure Machine
/// Learning (FLOW-14, FLOW-15).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class RunMetrics
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<RunMetricsState, RunMetricsEvent, DataFlowEffect> Table { get; } = RunMetricsRows.Build();

    /// <summary>Begins with a run of which nothing is written.</summary>
    /// <param name="training">The run.</param>
    /// <param name="at">The time.</param>
    /// <returns>The first state.</returns>
    public static RunMetricsState Begin(TrainingState.Running training, Instant at)
    {
        ArgumentNullException.ThrowIfNull(training);
        return new RunMetricsState.NothingWritten(training.Context, at, training.Run.Scope.Run);
    }
}
