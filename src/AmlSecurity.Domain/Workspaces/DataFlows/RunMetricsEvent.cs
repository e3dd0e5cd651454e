using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What can happen to the metrics of a run.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record RunMetricsEvent : DataFlowEvent
{
    private RunMetricsEvent(string id, Instant at)
        : base(id, at)
    {
    }

    /// <summary>The compute target writes metrics back to Azure Machine Learning, with the token of the run
    /// (FLOW-14).</summary>
    /// <param name="Run">Where the run stands, as the training has it.</param>
    /// <param name="Call">The callback.</param>
    /// <param name="Id">Names the event.</param>
    public sealed record MetricsWritten(RunState Run, RunEvent.CalledBack Call, string Id)
        : RunMetricsEvent(Id, (Call ?? throw new ArgumentNullException(nameof(Call))).At)
    {
        /// <summary>Gets where the run stands.</summary>
        public RunState Run { get; } = Run ?? throw new ArgumentNullException(nameof(Run));
    }

    /// <summary>A client asks Azure Machine Learning for the metrics (FLOW-15).</summary>
    /// <param name="Taker">Who asks.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record MetricsRead(StepTaker Taker, string Id, Instant At) : RunMetricsEvent(Id, At)
    {
        /// <summary>Gets who asks.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>A client tries to read Cosmos DB itself, which none ever may (FLOW-15).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record CosmosDbRead(string Id, Instant At) : RunMetricsEvent(Id, At);
}
