using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What can happen while a workspace is created.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WorkspaceCreationEvent : DataFlowEvent
{
    private WorkspaceCreationEvent(string id, Instant at)
        : base(id, at)
    {
    }

    /// <summary>A user has signed in, as the sign-in flow says (FLOW-01).</summary>
    /// <param name="Session">Where the sign-in stands.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record UserSignedIn(SignInState Session, string Id, Instant At) : WorkspaceCreationEvent(Id, At)
    {
        /// <summary>Gets where the sign-in stands.</summary>
        public SignInState Session { get; } = Session ?? throw new ArgumentNullException(nameof(Session));
    }

    /// <summary>The user asks Azure Resource Manager for the workspace (FLOW-02).</summary>
    /// <param name="Taker">Who asks, decided on the resource group.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record WorkspaceRequested(StepTaker Taker, string Id, Instant At) : WorkspaceCreationEvent(Id, At)
    {
        /// <summary>Gets who asks.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }

    /// <summary>Azure Resource Manager has reached the resource provider (FLOW-03).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record HandedOver(string Id, Instant At) : WorkspaceCreationEvent(Id, At);

    /// <summary>The resource provider has made the workspace and what belongs to it (FLOW-04).</summary>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ResourcesMade(string Id, Instant At) : WorkspaceCreationEvent(Id, At);

    /// <summary>A user has added a compute target (FLOW-05).</summary>
    /// <param name="Taker">Who has, decided on the workspace.</param>
    /// <param name="Compute">The compute target.</param>
    /// <param name="Id">Names the event.</param>
    /// <param name="At">When.</param>
    public sealed record ComputeAdded(StepTaker Taker, AssetName Compute, string Id, Instant At)
        : WorkspaceCreationEvent(Id, At)
    {
        /// <summary>Gets who has added it.</summary>
        public StepTaker Taker { get; } = Taker ?? throw new ArgumentNullException(nameof(Taker));

        /// <summary>Gets the name of the compute target.</summary>
        public AssetName Compute { get; } = Compute ?? throw new ArgumentNullException(nameof(Compute));

        /// <inheritdoc/>
        public override StepDecision? Access => Taker.Access;
    }
}
