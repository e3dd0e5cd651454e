using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using NodaTime;
using static AmlSecurity.Domain.Authentication.SignInEvent;
using static AmlSecurity.Domain.Authentication.SignInState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Authentication.SignInState, AmlSecurity.Domain.Authentication.SignInEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The rows of <see cref="SignIn"/>.</summary>
internal static class SignInRows
{
    private const string NotSignedIn = "nobody is signed in";

    public static FlowTable<SignInState, SignInEvent, SignInEffect> Build() =>
        new FlowTableBuilder<SignInState, SignInEvent, SignInEffect>(
            "Sign-in",
            [typeof(SignedOut), typeof(Challenged), typeof(SignedIn), typeof(NeedsRefresh), typeof(Refused)],
            [typeof(ClaimsPresented), typeof(CallRequested), typeof(TimePassed), typeof(SessionEnded)])
            .On<SignedOut, ClaimsPresented>(
                AuthenticationRules.SignIn,
                "signs in, is challenged, or is refused",
                [typeof(SignedIn), typeof(Challenged), typeof(Refused)],
                (state, e) => Judge(state, asked: null, held: null, e))
            .Refuse<SignedOut, CallRequested>(AuthenticationRules.PresentToken, NotSignedIn)
            .Refuse<SignedOut, TimePassed>(AuthenticationRules.SignIn, NotSignedIn)
            .Refuse<SignedOut, SessionEnded>(AuthenticationRules.SignIn, NotSignedIn)
            .On<Challenged, ClaimsPresented>(
                AuthenticationRules.MultiFactor,
                "signs in with another factor, is challenged again, or is refused",
                [typeof(SignedIn), typeof(Challenged), typeof(Refused)],
                (state, e) => Judge(state, asked: state.Principal, held: null, e))
            .Refuse<Challenged, CallRequested>(AuthenticationRules.MultiFactor, "another factor is missing")
            .Refuse<Challenged, TimePassed>(AuthenticationRules.MultiFactor, "a challenge has no deadline here")
            .On<Challenged, SessionEnded>(
                AuthenticationRules.SignIn, "gives up", [typeof(SignedOut)], (state, e) => SignOut(state, e.At, null))
            .On<SignedIn, ClaimsPresented>(
                AuthenticationRules.SignIn,
                "holds a newer token, is challenged, or is refused",
                [typeof(SignedIn), typeof(Challenged), typeof(Refused)],
                (state, e) => Judge(state, state.Principal, state.Token, e))
            .On<SignedIn, CallRequested>(
                AuthenticationRules.PresentToken,
                "presents the token if it lasts through the call, and has it replaced if it is due",
                [typeof(SignedIn), typeof(NeedsRefresh)],
                (state, e) => Call(state, state.Principal, state.Token, e))
            .On<SignedIn, TimePassed>(
                AuthenticationRules.SignIn,
                "has the token replaced if it is due",
                [typeof(SignedIn), typeof(NeedsRefresh)],
                (state, e) => IsDue(state, state.Token, e.At)
                    ? Step(
                        new NeedsRefresh(state.Policy, e.At, state.Principal, state.Token),
                        new SignInEffect.RequestToken(state.Principal))
                    : Step(state with { At = e.At }))
            .On<SignedIn, SessionEnded>(
                AuthenticationRules.SignIn,
                "forgets the token",
                [typeof(SignedOut)],
                (state, e) => SignOut(state, e.At, state.Principal))
            .On<NeedsRefresh, ClaimsPresented>(
                AuthenticationRules.SignIn,
                "holds a newer token, is challenged, or is refused",
                [typeof(SignedIn), typeof(Challenged), typeof(Refused)],
                (state, e) => Judge(state, state.Principal, state.Token, e))
            .On<NeedsRefresh, CallRequested>(
                AuthenticationRules.PresentToken,
                "presents the token if it lasts through the call, and asks for another",
                [typeof(NeedsRefresh)],
                (state, e) => Call(state, state.Principal, state.Token, e))
            .On<NeedsRefresh, TimePassed>(
                AuthenticationRules.SignIn,
                "forgets the token if it has expired, else asks for another",
                [typeof(NeedsRefresh), typeof(SignedOut)],
                (state, e) => e.At >= state.Token.Expires
                    ? SignOut(state, e.At, state.Principal)
                    : Step(state with { At = e.At }, new SignInEffect.RequestToken(state.Principal)))
            .On<NeedsRefresh, SessionEnded>(
                AuthenticationRules.SignIn,
                "forgets the token",
                [typeof(SignedOut)],
                (state, e) => SignOut(state, e.At, state.Principal))
            .On<Refused, ClaimsPresented>(
                AuthenticationRules.SignIn,
                "signs in as somebody else, is challenged, or is refused again",
                [typeof(SignedIn), typeof(Challenged), typeof(Refused)],
                (state, e) => Judge(state, asked: null, held: null, e))
            .Refuse<Refused, CallRequested>(AuthenticationRules.PresentToken, "the principal was refused")
            .Refuse<Refused, TimePassed>(AuthenticationRules.SignIn, "a refusal has no deadline")
            .On<Refused, SessionEnded>(
                AuthenticationRules.SignIn,
                "begins anew",
                [typeof(SignedOut)],
                (state, e) => SignOut(state, e.At, null))
            .Build();

    private static Outcome Judge(
        SignInState state, Principal? asked, TokenLifetime? held, ClaimsPresented presented)
    {
        var policy = state.Policy;
        var judgement = presented.Claims.Judge(
            policy.Rules, policy.AcceptsUndetermined, policy.IsEmailRequested);
        if (Unsound(judgement, presented.At) is { } refusal)
        {
            return refusal;
        }

        var principal = judgement.Principal!;
        if (asked is not null && (asked.Id, asked.Tenant) != (principal.Id, principal.Tenant))
        {
            return Against(AuthenticationRules.SignIn, "the token is of another principal");
        }

        SignInEffect[] forget = held is null ? [] : [new SignInEffect.ForgetToken(principal)];
        if (judgement.Refusal is { } rule)
        {
            return Step(new Refused(policy, presented.At, judgement.Membership, rule), forget);
        }

        // Applications hold a secret or certificate; another factor is asked of people only.
        if (policy.RequiresMfa && principal.Kind == PrincipalKind.User && judgement.Claims.Mfa != MfaStatus.Satisfied)
        {
            var challenge = new SignInEffect.ChallengeForMfa(principal);
            return Step(new Challenged(policy, presented.At, principal), [.. forget, challenge]);
        }

        var claims = judgement.Claims;
        if (claims.Expires < held?.Expires)
        {
            return Against(AuthenticationRules.Tokens, "the token ends before the one that is held");
        }

        var starts = claims.NotBefore ?? claims.IssuedAt ?? presented.At;
        var token = new TokenLifetime(Instant.Min(starts, presented.At), claims.Expires!.Value);
        return Step(new SignedIn(policy, presented.At, principal, token));
    }

    private static FlowRefusal? Unsound(ClaimsJudgement judgement, Instant now) => judgement switch
    {
        { Principal: null } => Against(AuthenticationRules.SignIn, "the token names no directory and object"),
        { Claims.IsForResourceManager: false } => Against(
            AuthenticationRules.PresentToken, "the token is not for Azure Resource Manager"),
        { Claims.IsIssuedByItsTenant: false } => Against(
            AuthenticationRules.SignIn, "the issuer is not that of the token's directory"),
        _ when !judgement.IsWithinItsTimeAt(now) || judgement.Claims.Expires <= now => Against(
            AuthenticationRules.PresentToken, "the token is not within its time"),
        _ => null,
    };

    private static Outcome Call(SignInState state, Principal principal, TokenLifetime token, CallRequested call)
    {
        if (call.Length >= token.Length)
        {
            return Against(AuthenticationRules.PresentToken, "no token lasts as long as the call");
        }

        var lasts = token.Outlives(call.At, call.Length, Duration.Zero);
        var isDue = !lasts || state is NeedsRefresh || IsDue(state, token, call.At);
        SignInState next = isDue
            ? new NeedsRefresh(state.Policy, call.At, principal, token)
            : new SignedIn(state.Policy, call.At, principal, token);
        var present = new SignInEffect.PresentToken(principal, token);
        var request = new SignInEffect.RequestToken(principal);
        return (lasts, isDue) switch
        {
            (true, true) => Step(next, present, request),
            (true, false) => Step(next, present),
            _ => Step(next, request),
        };
    }

    private static bool IsDue(SignInState state, TokenLifetime token, Instant now) =>
        state.Policy.RefreshOrDefault.AdviseAt(token, now) != RefreshAdvice.Use;

    private static Outcome SignOut(SignInState state, Instant at, Principal? holder) =>
        Step(new SignedOut(state.Policy, at), ForgetOf(holder));

    private static SignInEffect[] ForgetOf(Principal? holder) =>
        holder is null ? [] : [new SignInEffect.ForgetToken(holder)];

    private static FlowRefusal Against(RuleId rule, string reason) => new(FlowRefusalKind.AgainstARule, rule, reason);

    private static FlowStep<SignInState, SignInEffect> Step(SignInState next, params SignInEffect[] effects) =>
        new(next, [.. effects]);
}
