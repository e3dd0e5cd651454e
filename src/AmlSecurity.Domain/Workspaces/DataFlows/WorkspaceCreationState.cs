using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Where the creation of a workspace stands (FLOW-01 to FLOW-05).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WorkspaceCreationState : DataFlowState
{
    private WorkspaceCreationState(FlowContext context, Instant at)
        : base(context, at)
    {
    }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<WorkspaceCreationState, DataFlowEffect>, FlowRefusal> Apply(
        WorkspaceCreationEvent happened) => WorkspaceCreation.Table.Apply(this, happened);

    /// <summary>Nobody has signed in.</summary>
    public sealed record NotSignedIn : WorkspaceCreationState
    {
        internal NotSignedIn(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }

    /// <summary>A user holds a token for Azure Resource Manager.</summary>
    public sealed record Ready : WorkspaceCreationState
    {
        internal Ready(FlowContext context, Instant at, SignInState session)
            : base(context, at) => Session = session;

        /// <summary>Gets where the sign-in stood.</summary>
        public SignInState Session { get; }
    }

    /// <summary>Azure Resource Manager was asked for the workspace.</summary>
    public sealed record Requested : WorkspaceCreationState
    {
        internal Requested(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }

    /// <summary>The resource provider makes the workspace.</summary>
    public sealed record Provisioning : WorkspaceCreationState
    {
        internal Provisioning(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }

    /// <summary>The workspace exists, with the resources that belong to it.</summary>
    public sealed record Created : WorkspaceCreationState
    {
        internal Created(FlowContext context, Instant at)
            : base(context, at)
        {
        }
    }
}
