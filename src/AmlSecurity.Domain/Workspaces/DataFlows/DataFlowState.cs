using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>A state of one of the five data flows.</summary>
/// <remarks>The states of this library are the only ones. Equal by case and members; no order. Immutable, hence safe
/// for concurrent use.</remarks>
public abstract record DataFlowState : IFlowState
{
    private protected DataFlowState(FlowContext context, Instant at) => (Context, At) = (context, at);

    /// <summary>Gets what the flow is about.</summary>
    public FlowContext Context { get; }

    /// <summary>Gets the time of the last event.</summary>
    public Instant At { get; internal init; }
}
