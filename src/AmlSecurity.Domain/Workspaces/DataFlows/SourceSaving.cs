using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The saving of source code as a flow (FLOW-06 to FLOW-08).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class SourceSaving
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<SourceSavingState, SourceSavingEvent, DataFlowEffect> Table { get; } =
        SourceSavingRows.Build();

    /// <summary>Begins with nothing saved.</summary>
    /// <param name="context">The workspace.</param>
    /// <param name="at">The time.</param>
    /// <returns>The first state.</returns>
    public static SourceSavingState Begin(FlowContext context, Instant at)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new SourceSavingState.NothingSaved(context, at);
    }
}
