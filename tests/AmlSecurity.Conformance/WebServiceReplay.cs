using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>One web service of a request, to which its events are applied in turn.</summary>
internal sealed class WebServiceReplay
{
    // Lengths are not published: an event may say its own.
    private const long DefaultSeconds = 3600;
    private const long MostSeconds = 1_000_000_000;
    private static readonly AccessDecision MayRead = DecideAsReader();

    private readonly List<WebServiceKeyDigest> _gone = [];
    private int _keys;
    private WebServiceKeyDigest _primary;
    private WebServiceKeyDigest _secondary;
    private WebServiceToken? _token;
    private WebServiceState _state;

    private WebServiceReplay(HostingTarget target)
    {
        (_primary, _secondary) = (NextKey(), NextKey());
        _state = target == HostingTarget.ContainerInstances
            ? WebService.BeginOnContainerInstances(Instant.MinValue)
            : WebService.BeginOnKubernetes(_primary, _secondary, Instant.MinValue);
    }

    public static WebServiceReplay Of(Arguments request) => new(request.Choice(
        "target", ("aci", HostingTarget.ContainerInstances), ("aks", HostingTarget.KubernetesService)));

    /// <summary>Applies an event.</summary>
    /// <returns>The state after it, and the rule that refuses it, if one does.</returns>
    public JsonObject Apply(Arguments happened)
    {
        var at = AuthenticationOperations.OptionalTimeOf(happened, "at") ?? _state.At;
        var outcome = _state.Apply(EventOf(happened, at));
        if (outcome.TryPickT0(out var step, out var refusal))
        {
            _state = step.Next;
            Remember(step.Effects.OfType<WebServiceEffect.IssueToken>());
        }

        var answer = new JsonObject
        {
            ["state"] = _state switch
            {
                WebServiceState.Anonymous => "anonymous",
                WebServiceState.WithKeys => "keys",
                _ => "token",
            },
        };

        // An event older than the state rests on no rule of the source.
        return outcome.IsT0 ? answer : answer.WithOptional("refused", refusal!.Rule?.Text ?? "outOfOrder");
    }

    private WebServiceEvent EventOf(Arguments happened, Instant at) => happened.Choice<Func<WebServiceEvent>>(
        "type",
        ("enableKeys", () => EnableKeys(at)),
        ("enableTokens", () => new WebServiceEvent.TokensEnabled(at)),
        ("disableAuthentication", () => new WebServiceEvent.AuthenticationDisabled(at)),
        ("regeneratePrimary", () => Regenerate(WebServiceKeySlot.Primary, at)),
        ("regenerateSecondary", () => Regenerate(WebServiceKeySlot.Secondary, at)),
        ("issueToken", () => new WebServiceEvent.TokenRequested(MayRead, IsRegionUp: true, TokenOf(happened, at), at)),
        ("presentNothing", () => Call(new WebServiceCredential.None(), at)),
        ("presentPrimary", () => Call(new WebServiceCredential.Key(_primary), at)),
        ("presentSecondary", () => Call(new WebServiceCredential.Key(_secondary), at)),
        ("presentOldPrimary", () => Call(new WebServiceCredential.Key(_gone.Count > 0 ? _gone[^1] : NextKey()), at)),
        ("presentToken", () => Call(new WebServiceCredential.Token(_token ?? Expired(at)), at)))();

    private void Remember(IEnumerable<WebServiceEffect.IssueToken> issued) =>
        _token = issued.LastOrDefault()?.Token ?? _token;

    private WebServiceEvent.KeysEnabled EnableKeys(Instant at)
    {
        if (_state is WebServiceState.Anonymous)
        {
            (_primary, _secondary) = (NextKey(), NextKey());
        }

        return new WebServiceEvent.KeysEnabled(_primary, _secondary, at);
    }

    private WebServiceEvent.KeyRegenerated Regenerate(WebServiceKeySlot slot, Instant at)
    {
        var fresh = NextKey();
        if (_state is WebServiceState.WithKeys && at >= _state.At)
        {
            if (slot == WebServiceKeySlot.Primary)
            {
                _gone.Add(_primary);
                _primary = fresh;
            }
            else
            {
                _secondary = fresh;
            }
        }

        return new WebServiceEvent.KeyRegenerated(slot, fresh, at);
    }

    private WebServiceKeyDigest NextKey() => WebServiceKeyDigest.Of(Encoding.ASCII.GetBytes($"key {_keys++}"));

    private static WebServiceEvent.Called Call(WebServiceCredential credential, Instant at) => new(credential, at);

    private static WebServiceToken TokenOf(Arguments happened, Instant at)
    {
        var seconds = happened.Has("lifetimeSeconds") ? happened.Count("lifetimeSeconds") : DefaultSeconds;
        if (seconds > MostSeconds || at > Instant.MaxValue - Duration.FromSeconds(seconds))
        {
            throw OperationException.Malformed("the token would last too long");
        }

        var lifetime = Duration.FromSeconds(seconds);
        return new WebServiceToken(new TokenLifetime(at, at + lifetime), at + (lifetime * 4 / 5));
    }

    // Where none was issued, what is presented as a token is over already.
    private static WebServiceToken Expired(Instant at) => new(new TokenLifetime(at, at), at);

    private static AccessDecision DecideAsReader()
    {
        const string Scope = "/subscriptions/00000000-0000-0000-0000-000000000001";
        var reader = PrincipalId.Read("00000000-0000-0000-0000-000000000002").Expect();
        var policy = AccessPolicy.Read(
            """[{ "Name": "Reader", "Id": "acdd72a7-3385-48ef-bd42-f606fba81ae7", "Actions": ["*/read"] }]"""u8,
            Encoding.UTF8.GetBytes(
                $$"""[{ "id": "a", "principalId": "{{reader}}", "roleDefinitionName": "Reader", "scope": "{{Scope}}" }]"""))
            .Expect();
        return policy.Decide(AccessRequest.Control(
            Principal.User(reader), MlActions.ReadWorkspace, ResourceId.Read(Scope).Expect()));
    }
}
