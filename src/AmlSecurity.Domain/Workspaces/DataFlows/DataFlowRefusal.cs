using AmlSecurity.Domain.Flows;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>An event that a data flow refused.</summary>
/// <param name="EventId">What names the event.</param>
/// <param name="Refusal">Why.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DataFlowRefusal(string EventId, FlowRefusal Refusal)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The event and the reason.</returns>
    public override string ToString() => $"{Plaintext.Quote(EventId)}: {Refusal}";
}
