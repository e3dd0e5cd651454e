using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What can happen to a web service.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WebServiceEvent : IFlowEvent
{
    private WebServiceEvent(Instant at) => At = at;

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>Keys are turned on.</summary>
    /// <param name="Primary">The digest of the first key.</param>
    /// <param name="Secondary">The digest of the second key.</param>
    /// <param name="At">When.</param>
    public sealed record KeysEnabled(WebServiceKeyDigest Primary, WebServiceKeyDigest Secondary, Instant At)
        : WebServiceEvent(At)
    {
        /// <summary>Gets the digest of the first key.</summary>
        public WebServiceKeyDigest Primary { get; } = Primary ?? throw new ArgumentNullException(nameof(Primary));

        /// <summary>Gets the digest of the second key.</summary>
        public WebServiceKeyDigest Secondary { get; } =
            Secondary ?? throw new ArgumentNullException(nameof(Secondary));
    }

    /// <summary>Tokens are turned on.</summary>
    /// <param name="At">When.</param>
    public sealed record TokensEnabled(Instant At) : WebServiceEvent(At);

    /// <summary>Authentication is turned off.</summary>
    /// <param name="At">When.</param>
    public sealed record AuthenticationDisabled(Instant At) : WebServiceEvent(At);

    /// <summary>One key is replaced.</summary>
    /// <param name="Slot">Which.</param>
    /// <param name="Fresh">The digest of the new key.</param>
    /// <param name="At">When.</param>
    public sealed record KeyRegenerated(WebServiceKeySlot Slot, WebServiceKeyDigest Fresh, Instant At)
        : WebServiceEvent(At)
    {
        /// <summary>Gets which key is replaced.</summary>
        public WebServiceKeySlot Slot { get; } =
            Enum.IsDefined(Slot) ? Slot : throw new ArgumentOutOfRangeException(nameof(Slot));

        /// <summary>Gets the digest of the new key.</summary>
        public WebServiceKeyDigest Fresh { get; } = Fresh ?? throw new ArgumentNullException(nameof(Fresh));
    }

    /// <summary>Somebody wants a token.</summary>
    /// <param name="Access">Whether the caller may read the workspace, which is enough.</param>
    /// <param name="IsRegionUp">Whether the region of the workspace answers; the service's own does not
    /// matter.</param>
    /// <param name="Token">The token that would be issued.</param>
    /// <param name="At">When.</param>
    public sealed record TokenRequested(AccessDecision Access, bool IsRegionUp, WebServiceToken Token, Instant At)
        : WebServiceEvent(At)
    {
        /// <summary>Gets whether the caller may read the workspace.</summary>
        public AccessDecision Access { get; } = Access ?? throw new ArgumentNullException(nameof(Access));

        /// <summary>Gets the token that would be issued.</summary>
        public WebServiceToken Token { get; } = Token ?? throw new ArgumentNullException(nameof(Token));
    }

    /// <summary>The service is called.</summary>
    /// <param name="Credential">What the caller presents.</param>
    /// <param name="At">When.</param>
    public sealed record Called(WebServiceCredential Credential, Instant At) : WebServiceEvent(At)
    {
        /// <summary>Gets what the caller presents.</summary>
        public WebServiceCredential Credential { get; } =
            Credential ?? throw new ArgumentNullException(nameof(Credential));
    }
}
