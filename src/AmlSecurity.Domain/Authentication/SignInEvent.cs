using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What can happen to a sign-in.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SignInEvent : IFlowEvent
{
    private SignInEvent(Instant at) => At = at;

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>The directory has issued a token, and the host has verified it.</summary>
    /// <param name="Claims">Its claims.</param>
    /// <param name="At">When.</param>
    public sealed record ClaimsPresented(TokenClaims Claims, Instant At) : SignInEvent(At)
    {
        /// <summary>Gets the token's claims.</summary>
        public TokenClaims Claims { get; } = Claims ?? throw new ArgumentNullException(nameof(Claims));
    }

    /// <summary>The client wants to call Azure Resource Manager or Azure Machine Learning.</summary>
    /// <param name="Length">How long the call may take, zero or more.</param>
    /// <param name="At">When.</param>
    public sealed record CallRequested(Duration Length, Instant At) : SignInEvent(At)
    {
        /// <summary>Gets how long the call may take.</summary>
        public Duration Length { get; } =
            Length >= Duration.Zero ? Length : throw new ArgumentOutOfRangeException(nameof(Length));
    }

    /// <summary>A deadline has come, or the host has looked at the clock.</summary>
    /// <param name="At">When.</param>
    public sealed record TimePassed(Instant At) : SignInEvent(At);

    /// <summary>The user has signed out, or the directory has ended the session.</summary>
    /// <param name="At">When.</param>
    public sealed record SessionEnded(Instant At) : SignInEvent(At);
}
