using AmlSecurity.Domain.Flows;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Where a run stands (AUTHN-04 to AUTHN-06, FLOW-09 to FLOW-13).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record RunState : IFlowState
{
    private RunState(RunScope scope, RunPolicy policy, Instant submittedAt, Instant at) =>
        (Scope, Policy, SubmittedAt, At) = (scope, policy, submittedAt, at);

    /// <summary>Gets what the run may do, for whom and where.</summary>
    public RunScope Scope { get; }

    /// <summary>Gets how long runs and their tokens last.</summary>
    public RunPolicy Policy { get; }

    /// <summary>Gets when it was submitted.</summary>
    public Instant SubmittedAt { get; }

    /// <summary>Gets the time of the last event.</summary>
    public Instant At { get; internal init; }

    /// <summary>Gets when the run is closed in any case.</summary>
    public Instant End => SubmittedAt.Later(Policy.LongestRun);

    /// <summary>Gets when to apply <see cref="RunEvent.TimePassed"/>; null if nothing waits for time.</summary>
    public virtual Instant? NextDeadline => End;

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<RunState, RunEffect>, FlowRefusal> Apply(RunEvent happened) =>
        RunFlow.Table.Apply(this, happened);

    private Instant DeadlineOf(TokenLifetime token) =>
        Policy.Refresh.NextDeadline(token, At) is { } due ? Instant.Min(due, End) : End;

    /// <summary>The run was taken, and waits for its token.</summary>
    public sealed record Submitted : RunState
    {
        internal Submitted(RunScope scope, RunPolicy policy, Instant at)
            : base(scope, policy, at, at)
        {
        }

        /// <inheritdoc/>
        public override Instant? NextDeadline => Instant.Min(At.Later(RefreshPolicy.RetryAfter), End);
    }

    /// <summary>The compute target has the token of the run, which has not started.</summary>
    public sealed record TokenIssued : RunState
    {
        internal TokenIssued(RunState before, Instant at, TokenLifetime token)
            : base(before.Scope, before.Policy, before.SubmittedAt, at) => Token = token;

        /// <summary>Gets how long the token lasts.</summary>
        public TokenLifetime Token { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => DeadlineOf(Token);
    }

    /// <summary>The run works, and talks to Azure Machine Learning meanwhile.</summary>
    public sealed record Running : RunState
    {
        internal Running(RunState before, Instant at, TokenLifetime token)
            : base(before.Scope, before.Policy, before.SubmittedAt, at) => Token = token;

        /// <summary>Gets how long the token lasts.</summary>
        public TokenLifetime Token { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => DeadlineOf(Token);
    }

    /// <summary>The run is complete, and its last callback is awaited.</summary>
    public sealed record CallbackDue : RunState
    {
        internal CallbackDue(RunState before, Instant at, TokenLifetime token)
            : base(before.Scope, before.Policy, before.SubmittedAt, at)
        {
            Token = token;
            Deadline = Instant.Min(at.Later(before.Policy.Grace), before.End);
        }

        /// <summary>Gets how long the token lasts.</summary>
        public TokenLifetime Token { get; internal init; }

        /// <summary>Gets when the run is closed if no last callback comes.</summary>
        public Instant Deadline { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => Instant.Min(DeadlineOf(Token), Deadline);
    }

    /// <summary>The run is over, and its token admits nowhere.</summary>
    public sealed record Closed : RunState
    {
        internal Closed(RunState before, Instant at)
            : base(before.Scope, before.Policy, before.SubmittedAt, at)
        {
        }

        /// <inheritdoc/>
        public override Instant? NextDeadline => null;
    }
}
