using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Where a sign-in stands (AUTHN-01 to AUTHN-03).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SignInState : IFlowState
{
    private SignInState(SignInPolicy policy, Instant at) => (Policy, At) = (policy, at);

    /// <summary>Gets what is asked of whoever signs in.</summary>
    public SignInPolicy Policy { get; }

    /// <summary>Gets the time of the last event.</summary>
    public Instant At { get; internal init; }

    /// <summary>Gets when to apply <see cref="SignInEvent.TimePassed"/>; null if nothing waits for time.</summary>
    public virtual Instant? NextDeadline => null;

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<SignInState, SignInEffect>, FlowRefusal> Apply(SignInEvent happened) =>
        SignIn.Table.Apply(this, happened);

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : SignInState
    {
        internal SignedOut(SignInPolicy policy, Instant at)
            : base(policy, at)
        {
        }
    }

    /// <summary>A user has signed in with one factor and is asked for another.</summary>
    public sealed record Challenged : SignInState
    {
        internal Challenged(SignInPolicy policy, Instant at, Principal principal)
            : base(policy, at) => Principal = principal;

        /// <summary>Gets who is asked.</summary>
        public Principal Principal { get; }
    }

    /// <summary>Somebody holds a token for Azure Resource Manager.</summary>
    public sealed record SignedIn : SignInState
    {
        internal SignedIn(SignInPolicy policy, Instant at, Principal principal, TokenLifetime token)
            : base(policy, at) => (Principal, Token) = (principal, token);

        /// <summary>Gets who.</summary>
        public Principal Principal { get; }

        /// <summary>Gets how long the token lasts.</summary>
        public TokenLifetime Token { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => Policy.RefreshOrDefault.NextDeadline(Token, At) ?? Token.Expires;
    }

    /// <summary>The token is to be replaced; it may last a little longer.</summary>
    public sealed record NeedsRefresh : SignInState
    {
        internal NeedsRefresh(SignInPolicy policy, Instant at, Principal principal, TokenLifetime token)
            : base(policy, at) => (Principal, Token) = (principal, token);

        /// <summary>Gets who holds it.</summary>
        public Principal Principal { get; }

        /// <summary>Gets how long it lasts.</summary>
        public TokenLifetime Token { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => Policy.RefreshOrDefault.NextDeadline(Token, At) ?? Token.Expires;
    }

    /// <summary>Whoever tried is not supported.</summary>
    public sealed record Refused : SignInState
    {
        internal Refused(SignInPolicy policy, Instant at, Membership membership, RuleId rule)
            : base(policy, at) => (Membership, Rule) = (membership, rule);

        /// <summary>Gets what is known of the membership, with its evidence.</summary>
        public Membership Membership { get; }

        /// <summary>Gets by which rule it was refused.</summary>
        public RuleId Rule { get; }
    }
}
