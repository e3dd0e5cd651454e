using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Authentication.WebServiceEvent;
using static AmlSecurity.Domain.Authentication.WebServiceState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Authentication.WebServiceState, AmlSecurity.Domain.Authentication.WebServiceEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The rows of <see cref="WebService"/>.</summary>
internal static class WebServiceRows
{
    public static Finding AnonymousWarning { get; } = new(
        AuthenticationRules.Anonymous,
        FindingSeverity.Warning,
        "$.authEnabled",
        "authentication is off: every call is accepted",
        "turn on keys, or tokens on Azure Kubernetes Service");

    public static FlowTable<WebServiceState, WebServiceEvent, WebServiceEffect> Build() =>
        new FlowTableBuilder<WebServiceState, WebServiceEvent, WebServiceEffect>(
            "Web service",
            [typeof(Anonymous), typeof(WithKeys), typeof(WithTokens)],
            [
                typeof(KeysEnabled), typeof(TokensEnabled), typeof(AuthenticationDisabled), typeof(KeyRegenerated),
                typeof(TokenRequested), typeof(Called),
            ])
            .On<Anonymous, KeysEnabled>(
                AuthenticationRules.FormsByTarget,
                "turns keys on",
                [typeof(WithKeys)],
                (state, e) => e.Primary.Equals(e.Secondary)
                    ? Twice()
                    : Step(new WithKeys(state.Target, e.At, e.Primary, e.Secondary)))
            .On<Anonymous, TokensEnabled>(
                AuthenticationRules.FormsByTarget,
                "turns tokens on where the target has them",
                [typeof(WithTokens)],
                (state, e) => HasTokens(state)
                    ? Step(new WithTokens(state.Target, e.At))
                    : NoTokens())
            .On<Anonymous, AuthenticationDisabled>(
                AuthenticationRules.Anonymous,
                "stays off",
                [typeof(Anonymous)],
                (state, e) => Step(state with { At = e.At }, new WebServiceEffect.Report(AnonymousWarning)))
            .Refuse<Anonymous, KeyRegenerated>(AuthenticationRules.Keys, "keys are off")
            .Refuse<Anonymous, TokenRequested>(AuthenticationRules.OneFormAtATime, "tokens are off")
            .On<Anonymous, Called>(
                AuthenticationRules.Anonymous,
                "accepts the call, whatever it presents, with a warning",
                [typeof(Anonymous)],
                (state, e) => Step(
                    state with { At = e.At },
                    new WebServiceEffect.AcceptCall(),
                    new WebServiceEffect.Report(AnonymousWarning)))
            .On<WithKeys, KeysEnabled>(
                AuthenticationRules.Keys,
                "stays on, with the keys as they are",
                [typeof(WithKeys)],
                (state, e) => Step(state with { At = e.At }))
            .On<WithKeys, TokensEnabled>(
                AuthenticationRules.TurnOffFirst,
                "is refused: keys are turned off first",
                [],
                (state, _) => HasTokens(state)
                    ? Against(AuthenticationRules.TurnOffFirst, "keys are on: turn them off first")
                    : NoTokens())
            .On<WithKeys, AuthenticationDisabled>(
                AuthenticationRules.Anonymous,
                "forgets the keys",
                [typeof(Anonymous)],
                (state, e) => Step(
                    new Anonymous(state.Target, e.At), new WebServiceEffect.Report(AnonymousWarning)))
            .On<WithKeys, KeyRegenerated>(
                AuthenticationRules.Keys,
                "replaces one key and leaves the other",
                [typeof(WithKeys)],
                (state, e) => state.Primary.Equals(e.Fresh) || state.Secondary.Equals(e.Fresh) ? Twice()
                    : Step(e.Slot == WebServiceKeySlot.Primary
                        ? state with { At = e.At, Primary = e.Fresh }
                        : state with { At = e.At, Secondary = e.Fresh }))
            .Refuse<WithKeys, TokenRequested>(AuthenticationRules.OneFormAtATime, "tokens are off")
            .On<WithKeys, Called>(
                AuthenticationRules.WebServiceForms,
                "accepts a call with one of the two keys",
                [typeof(WithKeys)],
                CallWithKeys)
            .On<WithTokens, KeysEnabled>(
                AuthenticationRules.TurnOffFirst,
                "is refused: tokens are turned off first",
                [],
                (_, _) => Against(AuthenticationRules.TurnOffFirst, "tokens are on: turn them off first"))
            .On<WithTokens, TokensEnabled>(
                AuthenticationRules.Tokens,
                "stays on",
                [typeof(WithTokens)],
                (state, e) => Step(state with { At = e.At }))
            .On<WithTokens, AuthenticationDisabled>(
                AuthenticationRules.Anonymous,
                "turns tokens off",
                [typeof(Anonymous)],
                (state, e) => Step(
                    new Anonymous(state.Target, e.At), new WebServiceEffect.Report(AnonymousWarning)))
            .Refuse<WithTokens, KeyRegenerated>(AuthenticationRules.Keys, "keys are off")
            .On<WithTokens, TokenRequested>(
                AuthenticationRules.Tokens,
                "issues a token to whoever may read the workspace, while the workspace's region is up",
                [typeof(WithTokens)],
                IssueToken)
            .On<WithTokens, Called>(
                AuthenticationRules.Tokens,
                "accepts a call with a token until it expires",
                [typeof(WithTokens)],
                CallWithTokens)
            .Build();

    private static bool HasTokens(WebServiceState state) => state.Target == HostingTarget.KubernetesService;

    private static FlowRefusal NoTokens() => Against(
        AuthenticationRules.FormsByTarget, "Azure Container Instances have no tokens");

    // A key that is kept twice, or for another time, would outlive its own regeneration.
    private static FlowRefusal Twice() => Against(AuthenticationRules.Keys, "the key is one of the service already");

    // Both keys are compared, whichever fits, so that the time says nothing.
    private static Outcome CallWithKeys(WithKeys state, Called call)
    {
        if (call.Credential is not WebServiceCredential.Key key)
        {
            return call.Credential is WebServiceCredential.Token
                ? Against(AuthenticationRules.OneFormAtATime, "the service takes keys, not tokens")
                : Against(AuthenticationRules.WebServiceForms, "the call presents no key");
        }

        return state.Primary.Equals(key.Digest) | state.Secondary.Equals(key.Digest)
            ? Step(state with { At = call.At }, new WebServiceEffect.AcceptCall())
            : Against(AuthenticationRules.Keys, "the key is neither of the two");
    }

    private static Outcome CallWithTokens(WithTokens state, Called call)
    {
        if (call.Credential is not WebServiceCredential.Token token)
        {
            return call.Credential is WebServiceCredential.Key
                ? Against(AuthenticationRules.OneFormAtATime, "the service takes tokens, not keys")
                : Against(AuthenticationRules.WebServiceForms, "the call presents no token");
        }

        var next = state with { At = call.At };
        return token.Presented.AdviseAt(call.At) switch
        {
            RefreshAdvice.Use => Step(next, new WebServiceEffect.AcceptCall()),
            RefreshAdvice.UseAndRefresh => Step(
                next, new WebServiceEffect.AcceptCall(), new WebServiceEffect.AdviseRefresh()),
            _ => Against(AuthenticationRules.Tokens, "the token is not within its time"),
        };
    }

    private static Outcome IssueToken(WithTokens state, TokenRequested asked) => asked switch
    {
        { Access: AccessDecision.Denied denied } => Against(denied.Rule, "the caller may not read the workspace"),
        { Access: not AccessDecision.Allowed } => Against(
            AuthenticationRules.Tokens, "nobody has decided that the caller may read the workspace"),
        { IsRegionUp: false } => Against(AuthenticationRules.Tokens, "the region of the workspace is down"),
        _ when !asked.Token.Lifetime.IncludesAt(asked.At) => Against(
            AuthenticationRules.Tokens, "the token is not valid now"),
        _ => Step(state with { At = asked.At }, new WebServiceEffect.IssueToken(asked.Token)),
    };

    private static FlowRefusal Against(RuleId rule, string reason) => new(FlowRefusalKind.AgainstARule, rule, reason);

    private static FlowStep<WebServiceState, WebServiceEffect> Step(
        WebServiceState next, params WebServiceEffect[] effects) => new(next, [.. effects]);
}
