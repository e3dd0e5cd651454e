using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>An event of one of the five data flows: a step that was taken, or tried.</summary>
/// <remarks>The events of this library are the only ones. Equal by case and members; no order. Immutable, hence safe
/// for concurrent use.</remarks>
public abstract record DataFlowEvent : IFlowEvent
{
    private protected DataFlowEvent(string id, Instant at)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        At = at;
    }

    /// <summary>Gets what names the event, as the record of it will, 1 to 128 characters.</summary>
    public string Id { get; }

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>Gets whether whoever took the step may take it; null where no user takes it.</summary>
    public virtual StepDecision? Access => null;
}
