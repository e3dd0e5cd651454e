using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What can happen to a run.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record RunEvent : IFlowEvent
{
    private RunEvent(Instant at) => At = at;

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>A service token was made for the run, its first or a newer one.</summary>
    /// <param name="Token">How long it lasts.</param>
    /// <param name="At">When.</param>
    public sealed record TokenMinted(TokenLifetime Token, Instant At) : RunEvent(At);

    /// <summary>The compute target has started the run.</summary>
    /// <param name="At">When.</param>
    public sealed record Started(Instant At) : RunEvent(At);

    /// <summary>The compute target calls Azure Machine Learning with the token.</summary>
    /// <param name="Workspace">The workspace that is called.</param>
    /// <param name="At">When.</param>
    public sealed record CalledBack(ResourceId Workspace, Instant At) : RunEvent(At)
    {
        /// <summary>Gets the workspace that is called.</summary>
        public ResourceId Workspace { get; } = Workspace ?? throw new ArgumentNullException(nameof(Workspace));
    }

    /// <summary>The scripts of the run have ended, well or not.</summary>
    /// <param name="At">When.</param>
    public sealed record Completed(Instant At) : RunEvent(At);

    /// <summary>The compute target calls for the last time.</summary>
    /// <param name="Workspace">The workspace that is called.</param>
    /// <param name="At">When.</param>
    public sealed record FinalCallback(ResourceId Workspace, Instant At) : RunEvent(At)
    {
        /// <summary>Gets the workspace that is called.</summary>
        public ResourceId Workspace { get; } = Workspace ?? throw new ArgumentNullException(nameof(Workspace));
    }

    /// <summary>Somebody has cancelled the run.</summary>
    /// <param name="At">When.</param>
    public sealed record Cancelled(Instant At) : RunEvent(At);

    /// <summary>A deadline has come, or the host has looked at the clock.</summary>
    /// <param name="At">When.</param>
    public sealed record TimePassed(Instant At) : RunEvent(At);
}
