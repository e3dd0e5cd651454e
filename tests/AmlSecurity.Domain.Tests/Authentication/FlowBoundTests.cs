using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Rules;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authentication.RunWorld;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>The rows of the flows at the very time where they turn.</summary>
public sealed class FlowBoundTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly Instant End = Submitted().End;

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public void A_token_may_last_as_long_as_the_run_and_be_as_long_as_the_one_held()
    {
        var whole = new RunEvent.TokenMinted(new TokenLifetime(Now, End), Now);
        Assert.IsType<RunState.TokenIssued>(After(Submitted(), whole));
        Assert.IsType<RunState.TokenIssued>(After(After(Submitted(), whole), whole));
        Assert.True(Submitted().Apply(
            new RunEvent.TokenMinted(new TokenLifetime(Now, End + Duration.FromNanoseconds(1)), Now)).IsT1);
    }

    [Fact]
    public void A_token_that_is_not_valid_yet_is_refused() => Assert.Equal(
        "the token is not valid now (AUTHN-10)",
        Submitted().Apply(new RunEvent.TokenMinted(new TokenLifetime(Now + Minute, End), Now)).AsT1.ToString());

    [Fact]
    public void A_run_starts_while_its_token_lasts()
    {
        var end = Now + Duration.FromMinutes(60);
        Assert.IsType<RunState.Running>(After(WithToken(), new RunEvent.Started(end - Duration.FromNanoseconds(1))));
        Assert.Equal("the token has expired (AUTHN-10)", WithToken().Apply(new RunEvent.Started(end)).AsT1.ToString());
    }

    [Fact]
    public void A_run_that_looks_at_the_clock_too_early_asks_for_nothing()
    {
        Assert.Empty(Step(Running(), new RunEvent.TimePassed(Now + Minute)).Effects);
        Assert.IsType<RunEffect.MintToken>(
            Assert.Single(Step(Running(), new RunEvent.TimePassed(Now + Duration.FromMinutes(59))).Effects));
    }

    [Fact]
    [Trait("Rule", "AUTHN-05")]
    public void A_callback_at_the_end_of_the_run_is_late()
    {
        var run = After(After(Submitted(), new RunEvent.TokenMinted(new TokenLifetime(Now, End), Now)), new RunEvent.Started(Now));
        Assert.True(run.Apply(new RunEvent.CalledBack(Workspace, End - Duration.FromNanoseconds(1))).IsT0);
        Assert.True(run.Apply(new RunEvent.CalledBack(Workspace, End)).IsT1);
    }

    [Fact]
    public void The_token_of_a_sign_in_begins_when_its_claims_say()
    {
        var (early, earlier) = (Now - Minute, Now - Minute - Minute);
        Assert.Equal(earlier, StartOf(("nbf", Seconds(earlier)), ("iat", Seconds(early))));
        Assert.Equal(early, StartOf(("nbf", null), ("iat", Seconds(early))));
        Assert.Equal(Now, StartOf(("nbf", null), ("iat", null)));
    }

    [Fact]
    public void A_token_that_ends_with_the_one_held_takes_its_place()
    {
        var again = SignedIn().Apply(new SignInEvent.ClaimsPresented(Tokens.Of(Now), Now + Minute));
        Assert.IsType<SignInState.SignedIn>(again.Expect().Next);
    }

    [Fact]
    public void Who_once_lacked_a_token_for_a_call_asks_for_one_until_it_is_there()
    {
        var lacking = SignedIn().Apply(
            new SignInEvent.CallRequested(Duration.FromMinutes(59), Now + Minute + Minute)).Expect();
        Assert.IsType<SignInState.NeedsRefresh>(lacking.Next);

        var next = lacking.Next.Apply(new SignInEvent.CallRequested(Minute, Now + Duration.FromMinutes(3))).Expect();
        Assert.IsType<SignInState.NeedsRefresh>(next.Next);
        Assert.Equal(
            [typeof(SignInEffect.PresentToken), typeof(SignInEffect.RequestToken)],
            next.Effects.Select(effect => effect.GetType()));
    }

    [Fact]
    public void Who_holds_nothing_forgets_nothing()
    {
        var challenged = SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true))
            .Apply(new SignInEvent.ClaimsPresented(Tokens.Of(Now), Now)).Expect().Next;
        Assert.Empty(challenged.Apply(new SignInEvent.SessionEnded(Now)).Expect().Effects);
        Assert.IsType<SignInEffect.ForgetToken>(
            Assert.Single(SignedIn().Apply(new SignInEvent.SessionEnded(Now)).Expect().Effects));
    }

    private static SignInState SignedIn(params (string, string?)[] claims) => SignIn.Begin(RuleSet.March2020)
        .Apply(new SignInEvent.ClaimsPresented(Tokens.Of(Now, claims), Now)).Expect().Next;

    private static Instant StartOf(params (string, string?)[] claims) =>
        Assert.IsType<SignInState.SignedIn>(SignedIn(claims)).Token.Starts;

    private static string Seconds(Instant at) => $"{at.ToUnixTimeSeconds()}";
}
