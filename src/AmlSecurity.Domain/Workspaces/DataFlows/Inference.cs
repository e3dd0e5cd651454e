using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The making and calling of a web service as a flow (FLOW-16 to FLOW-21).</summary>
/// <remarks>It goes along with the authentication of the service in the room of authentication, and holds its state.
/// Safe for concurrent use.</remarks>
public static class Inference
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<InferenceState, InferenceEvent, DataFlowEffect> Table { get; } = InferenceRows.Build();

    /// <summary>Begins without a model.</summary>
    /// <param name="context">The workspace.</param>
    /// <param name="at">The time.</param>
    /// <returns>The first state.</returns>
    public static InferenceState Begin(FlowContext context, Instant at)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new InferenceState.NoModel(context, at);
    }
}
