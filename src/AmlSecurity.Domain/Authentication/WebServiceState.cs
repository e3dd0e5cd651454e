using System.Collections.Immutable;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Which form of authentication a web service has (AUTHN-07 to AUTHN-11).</summary>
/// <remarks>The cases are nested; no other can be added: keys and tokens are never on together. Equal by case and
/// members; no order. Immutable, hence safe for concurrent use.</remarks>
public abstract record WebServiceState : IFlowState
{
    private WebServiceState(HostingTarget target, Instant at) => (Target, At) = (target, at);

    /// <summary>Gets where the service runs.</summary>
    public HostingTarget Target { get; }

    /// <summary>Gets the time of the last event.</summary>
    public Instant At { get; internal init; }

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere; then a call is refused
    /// and a change not made.</returns>
    public OneOf<FlowStep<WebServiceState, WebServiceEffect>, FlowRefusal> Apply(WebServiceEvent happened) =>
        WebService.Table.Apply(this, happened);

    /// <summary>Judges the state.</summary>
    /// <returns>A warning if every call is accepted (DEC-10).</returns>
    public virtual ImmutableArray<Finding> Assess() => [];

    /// <summary>Authentication is off: every call is accepted.</summary>
    public sealed record Anonymous : WebServiceState
    {
        internal Anonymous(HostingTarget target, Instant at)
            : base(target, at)
        {
        }

        /// <inheritdoc/>
        public override ImmutableArray<Finding> Assess() => [WebServiceRows.AnonymousWarning];
    }

    /// <summary>A call presents one of two keys.</summary>
    public sealed record WithKeys : WebServiceState
    {
        internal WithKeys(HostingTarget target, Instant at, WebServiceKeyDigest primary, WebServiceKeyDigest secondary)
            : base(target, at) => (Primary, Secondary) = (primary, secondary);

        /// <summary>Gets the digest of the first key.</summary>
        public WebServiceKeyDigest Primary { get; internal init; }

        /// <summary>Gets the digest of the second key.</summary>
        public WebServiceKeyDigest Secondary { get; internal init; }
    }

    /// <summary>A call presents a token that the service's workspace has issued.</summary>
    public sealed record WithTokens : WebServiceState
    {
        internal WithTokens(HostingTarget target, Instant at)
            : base(target, at)
        {
        }
    }
}
