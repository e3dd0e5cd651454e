using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where the metrics of a run stand (FLOW-14, FLOW-15).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record RunMetricsState : DataFlowState
{
    private RunMetricsState(FlowContext context, Instant at, RunId run)
        : base(context, at) => Run = run;

    /// <summary>Gets whose metrics they are.</summary>
    public RunId Run { get; }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<RunMetricsState, DataFlowEffect>, FlowRefusal> Apply(RunMetricsEvent happened) =>
        RunMetrics.Table.Apply(this, happened);

    /// <summary>The run has written no metrics.</summary>
    public sealed record NothingWritten : RunMetricsState
    {
        internal NothingWritten(FlowContext context, Instant at, RunId run)
            : base(context, at, run)
        {
        }
    }

    /// <summary>Metrics lie in Cosmos DB.</summary>
    public sealed record Written : RunMetricsState
    {
        internal Written(FlowContext context, Instant at, RunId run)
            : base(context, at, run)
        {
        }
    }
}
