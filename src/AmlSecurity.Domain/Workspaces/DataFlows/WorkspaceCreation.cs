using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The creation of a workspace as a flow (FLOW-01 to FLOW-05).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class WorkspaceCreation
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<WorkspaceCreationState, WorkspaceCreationEvent, DataFlowEffect> Table { get; } =
        WorkspaceCreationRows.Build();

    /// <summary>Begins with nobody signed in.</summary>
    /// <param name="context">The workspace that is to be created.</param>
    /// <param name="at">The time.</param>
    /// <returns>The first state.</returns>
    public static WorkspaceCreationState Begin(FlowContext context, Instant at)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new WorkspaceCreationState.NotSignedIn(context, at);
    }
}
