using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class SignInTests
{
    private static readonly Instant Now = Tokens.Now;
    private static readonly SignInState Begun = SignIn.Begin(RuleSet.March2020);
    private static readonly SignInState Strict = SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        SignIn.Table.Rows,
        """
        SignedOut + ClaimsPresented: SignedIn or Challenged or Refused (AUTHN-02)
        SignedOut + CallRequested: no (AUTHN-03)
        SignedOut + TimePassed: no (AUTHN-02)
        SignedOut + SessionEnded: no (AUTHN-02)
        Challenged + ClaimsPresented: SignedIn or Challenged or Refused (AUTHN-01)
        Challenged + CallRequested: no (AUTHN-01)
        Challenged + TimePassed: no (AUTHN-01)
        Challenged + SessionEnded: SignedOut (AUTHN-02)
        SignedIn + ClaimsPresented: SignedIn or Challenged or Refused (AUTHN-02)
        SignedIn + CallRequested: SignedIn or NeedsRefresh (AUTHN-03)
        SignedIn + TimePassed: SignedIn or NeedsRefresh (AUTHN-02)
        SignedIn + SessionEnded: SignedOut (AUTHN-02)
        NeedsRefresh + ClaimsPresented: SignedIn or Challenged or Refused (AUTHN-02)
        NeedsRefresh + CallRequested: NeedsRefresh (AUTHN-03)
        NeedsRefresh + TimePassed: NeedsRefresh or SignedOut (AUTHN-02)
        NeedsRefresh + SessionEnded: SignedOut (AUTHN-02)
        Refused + ClaimsPresented: SignedIn or Challenged or Refused (AUTHN-02)
        Refused + CallRequested: no (AUTHN-03)
        Refused + TimePassed: no (AUTHN-02)
        Refused + SessionEnded: SignedOut (AUTHN-02)
        """);

    [Fact]
    [Trait("Rule", "AUTHN-02")]
    public void A_user_signs_in_and_an_application_does_too()
    {
        var user = (SignInState.SignedIn)After(Begun, Present(Tokens.Of())).Next;
        var application = (SignInState.SignedIn)After(
            Strict, Present(Tokens.Of(("scp", null), ("roles", "Reader"), ("acct", null)))).Next;

        Assert.Equal((PrincipalKind.User, Tokens.Alice), (user.Principal.Kind, user.Principal.Id.Text));
        Assert.Equal(PrincipalKind.ServicePrincipal, application.Principal.Kind);
        Assert.Equal(Now + Duration.FromHours(1), user.Token.Expires);
    }

    [Fact]
    [Trait("Rule", "AUTHN-03")]
    public void A_token_is_presented_while_it_lasts_through_the_call()
    {
        var signedIn = After(Begun, Present(Tokens.Of())).Next;

        var call = After(signedIn, new SignInEvent.CallRequested(Duration.FromMinutes(5), Now + Duration.FromMinutes(54)));
        Assert.IsType<SignInEffect.PresentToken>(Assert.Single(call.Effects));
        Assert.IsType<SignInState.SignedIn>(call.Next);

        var late = After(signedIn, new SignInEvent.CallRequested(Duration.FromMinutes(1), Now + Duration.FromMinutes(56)));
        Assert.Equal(
            [typeof(SignInEffect.PresentToken), typeof(SignInEffect.RequestToken)],
            late.Effects.Select(effect => effect.GetType()));
        Assert.IsType<SignInState.NeedsRefresh>(late.Next);

        var outlasting = new SignInEvent.CallRequested(Duration.FromMinutes(30), Now + Duration.FromMinutes(30));
        Assert.IsType<SignInEffect.RequestToken>(Assert.Single(After(signedIn, outlasting).Effects));
        Assert.Equal(
            "no token lasts as long as the call (AUTHN-03)",
            signedIn.Apply(new SignInEvent.CallRequested(Duration.FromHours(1), Now)).AsT1.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignInEvent.CallRequested(-Duration.Epsilon, Now));
    }

    [Fact]
    [Trait("Rule", "AUTHN-01")]
    public void A_second_factor_is_asked_for_only_where_the_directory_requires_it()
    {
        Assert.IsType<SignInState.SignedIn>(After(Begun, Present(Tokens.Of())).Next);

        var challenged = After(Strict, Present(Tokens.Of()));
        Assert.IsType<SignInEffect.ChallengeForMfa>(Assert.Single(challenged.Effects));
        var still = After(challenged.Next, Present(Tokens.Of(("ver", "2.0"), ("amr", "mfa"))));
        Assert.IsType<SignInState.Challenged>(still.Next);
        Assert.IsType<SignInState.SignedIn>(After(still.Next, Present(Tokens.Of(("amr", "pwd,mfa")))).Next);
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void A_guest_is_refused_under_the_rules_of_2020_and_admitted_under_those_of_today()
    {
        var guest = Present(Tokens.Of(("acct", "1")));

        var refused = (SignInState.Refused)After(Begun, guest).Next;
        Assert.Equal("AUTHZ-20", refused.Rule.Text);
        Assert.Equal(new Membership.Guest(GuestEvidence.AccountClaim), refused.Membership);
        Assert.IsType<SignInState.SignedIn>(After(SignIn.Begin(RuleSet.Current), guest).Next);
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void Who_may_be_a_guest_passes_only_if_the_caller_says_so()
    {
        var undetermined = Present(Tokens.Of(("acct", null)));

        Assert.IsType<SignInState.Refused>(After(Begun, undetermined).Next);
        Assert.IsType<SignInState.SignedIn>(After(
            SignIn.Begin(new SignInPolicy(RuleSet.March2020, AcceptsUndetermined: true)), undetermined).Next);
    }

    [Theory]
    [InlineData("oid", null, "the token names no directory and object (AUTHN-02)")]
    [InlineData("tid", null, "the token names no directory and object (AUTHN-02)")]
    [InlineData("aud", "https://management.azure.com//", "the token is not for Azure Resource Manager (AUTHN-03)")]
    [InlineData("aud", "https://vault.azure.net", "the token is not for Azure Resource Manager (AUTHN-03)")]
    [InlineData(
        "iss", $"https://sts.windows.net/{Tokens.OtherTenant}/", "the issuer is not that of the token's directory (AUTHN-02)")]
    [InlineData("exp", null, "the token is not within its time (AUTHN-03)")]
    [InlineData("exp", "1767268800", "the token is not within its time (AUTHN-03)")]
    [InlineData("nbf", "1767269101", "the token is not within its time (AUTHN-03)")]
    public void A_token_that_is_not_fit_changes_nothing(string claim, string? value, string reason) =>
        Assert.Equal(reason, Begun.Apply(Present(Tokens.Of((claim, value)))).AsT1.ToString());

    [Fact]
    public void A_token_of_somebody_else_does_not_take_the_place_of_the_one_held()
    {
        var signedIn = After(Begun, Present(Tokens.Of())).Next;
        var bob = Tokens.Of(("oid", "bbbbbbbb-0000-0000-0000-000000000002"));

        Assert.Equal("the token is of another principal (AUTHN-02)", signedIn.Apply(Present(bob)).AsT1.ToString());
    }

    [Fact]
    public void A_challenge_is_not_met_by_somebody_else()
    {
        var challenged = After(Strict, Present(Tokens.Of())).Next;
        var bob = Tokens.Of(("oid", "bbbbbbbb-0000-0000-0000-000000000002"), ("amr", "mfa"));

        Assert.Equal("the token is of another principal (AUTHN-02)", challenged.Apply(Present(bob)).AsT1.ToString());
    }

    [Fact]
    public void An_older_token_does_not_take_the_place_of_a_newer_one()
    {
        var signedIn = After(Begun, Present(Tokens.Of())).Next;
        var older = Tokens.Of(("exp", $"{Now.ToUnixTimeSeconds() + 60}"));

        Assert.Equal(
            "the token ends before the one that is held (AUTHN-10)", signedIn.Apply(Present(older)).AsT1.ToString());
    }

    [Theory]
    [Trait("Rule", "AUTHZ-20")]
    [InlineData("roles", "x")]
    [InlineData("xms_mirid", "/x")]
    public void A_guest_does_not_pass_as_an_application(string claim, string value)
    {
        var guest = Tokens.Of(("acct", "1"), ("scp", null), (claim, value));

        Assert.Equal(PrincipalKind.User, guest.Kind);
        Assert.IsType<SignInState.Refused>(After(Strict, Present(guest)).Next);
        var elsewhere = Tokens.Of(("acct", null), ("scp", null), ("roles", "x"), ("idp", "live.com"));
        Assert.IsType<SignInState.Refused>(After(Strict, Present(elsewhere)).Next);
    }

    [Fact]
    public void An_event_without_what_it_carries_is_a_callers_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => new SignInEvent.ClaimsPresented(null!, Now));
        Assert.Throws<ArgumentNullException>(() => SignIn.Begin((RuleSet)null!));
        Assert.Throws<ArgumentNullException>(() => SignIn.Begin((SignInPolicy)null!));
    }

    [Fact]
    public void The_ends_of_time_are_times_like_any_other()
    {
        Assert.True(Begun.Apply(new SignInEvent.ClaimsPresented(Tokens.Of(), Instant.MinValue)).IsT1);
        Assert.True(Begun.Apply(new SignInEvent.ClaimsPresented(Tokens.Of(), Instant.MaxValue)).IsT1);
    }

    [Fact]
    public void A_member_who_becomes_a_guest_loses_the_token()
    {
        var signedIn = After(Begun, Present(Tokens.Of())).Next;

        var refused = After(signedIn, Present(Tokens.Of(("acct", "1"))));

        Assert.IsType<SignInState.Refused>(refused.Next);
        Assert.IsType<SignInEffect.ForgetToken>(Assert.Single(refused.Effects));
    }

    [Fact]
    public void Deadlines_say_when_to_come_back()
    {
        var signedIn = After(Begun, Present(Tokens.Of())).Next;
        var due = After(signedIn, new SignInEvent.TimePassed(signedIn.NextDeadline!.Value));
        var again = After(due.Next, new SignInEvent.TimePassed(due.Next.NextDeadline!.Value));
        var expired = After(again.Next, new SignInEvent.TimePassed(Now + Duration.FromHours(1)));

        Assert.Null(Begun.NextDeadline);
        Assert.Equal(Now + Duration.FromMinutes(55), signedIn.NextDeadline);
        Assert.IsType<SignInState.NeedsRefresh>(due.Next);
        Assert.IsType<SignInEffect.RequestToken>(Assert.Single(due.Effects));
        Assert.Equal(signedIn.NextDeadline + RefreshPolicy.RetryAfter, again.Next.At);
        Assert.IsType<SignInEffect.RequestToken>(Assert.Single(again.Effects));
        Assert.IsType<SignInState.SignedOut>(expired.Next);
        Assert.IsType<SignInEffect.ForgetToken>(Assert.Single(expired.Effects));
    }

    private static SignInEvent.ClaimsPresented Present(TokenClaims claims) => new(claims, Now);

    private static FlowStep<SignInState, SignInEffect> After(SignInState state, SignInEvent happened) =>
        state.Apply(happened).Expect();
}
