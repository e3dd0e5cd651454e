using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class WebServiceTests
{
    private static readonly Instant Now = Tokens.Now;
    private static readonly WebServiceKeyDigest First = WebServiceKeyDigest.Of("first"u8);
    private static readonly WebServiceKeyDigest Second = WebServiceKeyDigest.Of("second"u8);
    private static readonly WebServiceKeyDigest Third = WebServiceKeyDigest.Of("third"u8);
    private static readonly WebServiceKeyDigest Fourth = WebServiceKeyDigest.Of("fourth"u8);
    private static readonly WebServiceState Aci = WebService.BeginOnContainerInstances(Now);
    private static readonly WebServiceState Aks = WebService.BeginOnKubernetes(First, Second, Now);
    private static readonly WebServiceState Off = After(Aks, new WebServiceEvent.AuthenticationDisabled(Now));
    private static readonly WebServiceState WithTokens = After(Off, new WebServiceEvent.TokensEnabled(Now));
    private static readonly WebServiceEvent.KeysEnabled EnableKeys = new(First, Second, Now);

    private static readonly WebServiceToken Token = new(
        new TokenLifetime(Now, Now + Duration.FromHours(1)), Now + Duration.FromMinutes(45));

    private static readonly AccessDecision Reader = RunWorld.Access.Decide(
        AccessRequest.Control(RunWorld.Alice, MlActions.ReadWorkspace, RunWorld.Workspace));

    [Fact]
    public void Every_pair_of_state_and_event_is_as_it_was_written_down() => GoldenTable.AssertSame(
        WebService.Table.Rows,
        """
        Anonymous + KeysEnabled: WithKeys (AUTHN-11)
        Anonymous + TokensEnabled: WithTokens (AUTHN-11)
        Anonymous + AuthenticationDisabled: Anonymous (DEC-10)
        Anonymous + KeyRegenerated: no (AUTHN-09)
        Anonymous + TokenRequested: no (AUTHN-08)
        Anonymous + Called: Anonymous (DEC-10)
        WithKeys + KeysEnabled: WithKeys (AUTHN-09)
        WithKeys + TokensEnabled: no (DEC-11)
        WithKeys + AuthenticationDisabled: Anonymous (DEC-10)
        WithKeys + KeyRegenerated: WithKeys (AUTHN-09)
        WithKeys + TokenRequested: no (AUTHN-08)
        WithKeys + Called: WithKeys (AUTHN-07)
        WithTokens + KeysEnabled: no (DEC-11)
        WithTokens + TokensEnabled: WithTokens (AUTHN-10)
        WithTokens + AuthenticationDisabled: Anonymous (DEC-10)
        WithTokens + KeyRegenerated: no (AUTHN-09)
        WithTokens + TokenRequested: WithTokens (AUTHN-10)
        WithTokens + Called: WithTokens (AUTHN-10)
        """);

    [Fact]
    [Trait("Rule", "AUTHN-11")]
    public void Container_instances_start_without_authentication_and_have_keys_but_no_tokens()
    {
        Assert.IsType<WebServiceState.Anonymous>(Aci);
        Assert.IsType<WebServiceState.WithKeys>(After(Aci, EnableKeys));
        Assert.Equal(
            "Azure Container Instances have no tokens (AUTHN-11)", Refusal(Aci, new WebServiceEvent.TokensEnabled(Now)));
        Assert.Equal(
            "Azure Container Instances have no tokens (AUTHN-11)",
            Refusal(After(Aci, EnableKeys), new WebServiceEvent.TokensEnabled(Now)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-11")]
    public void Kubernetes_starts_with_keys_and_has_tokens()
    {
        Assert.IsType<WebServiceState.WithKeys>(Aks);
        Assert.IsType<WebServiceState.WithTokens>(WithTokens);
        Assert.Equal(HostingTarget.KubernetesService, WithTokens.Target);
    }

    [Fact]
    [Trait("Rule", "AUTHN-08")]
    [Trait("Rule", "DEC-11")]
    public void One_form_is_turned_off_before_the_other_is_turned_on()
    {
        Assert.Equal("keys are on: turn them off first (DEC-11)", Refusal(Aks, new WebServiceEvent.TokensEnabled(Now)));
        Assert.Equal("tokens are on: turn them off first (DEC-11)", Refusal(WithTokens, EnableKeys));
        Assert.Equal("the service takes keys, not tokens (AUTHN-08)", Refusal(Aks, Call(Present(Token))));
        Assert.Equal("the service takes tokens, not keys (AUTHN-08)", Refusal(WithTokens, Call(Present(First))));
    }

    [Fact]
    [Trait("Rule", "AUTHN-07")]
    public void A_call_presents_one_of_two_keys()
    {
        Assert.All([First, Second], key => Assert.IsType<WebServiceEffect.AcceptCall>(
            Assert.Single(Step(Aks, Call(Present(key))).Effects)));
        Assert.Equal("the key is neither of the two (AUTHN-09)", Refusal(Aks, Call(Present(Third))));
        Assert.Equal("the call presents no key (AUTHN-07)", Refusal(Aks, Call(new WebServiceCredential.None())));
        Assert.Equal("the call presents no token (AUTHN-07)", Refusal(WithTokens, Call(new WebServiceCredential.None())));
    }

    [Theory]
    [Trait("Rule", "AUTHN-09")]
    [InlineData(WebServiceKeySlot.Primary)]
    [InlineData(WebServiceKeySlot.Secondary)]
    public void Regenerating_one_key_leaves_the_other_valid(WebServiceKeySlot slot)
    {
        var after = After(Aks, new WebServiceEvent.KeyRegenerated(slot, Third, Now));
        var (gone, kept) = slot == WebServiceKeySlot.Primary ? (First, Second) : (Second, First);

        Assert.Equal("AUTHN-09", after.Apply(Call(Present(gone))).AsT1.Rule!.Text);
        Assert.True(after.Apply(Call(Present(kept))).IsT0);
        Assert.True(after.Apply(Call(Present(Third))).IsT0);
    }

    [Fact]
    [Trait("Rule", "AUTHN-10")]
    public void A_token_is_used_then_used_and_replaced_then_refused()
    {
        Assert.Equal([typeof(WebServiceEffect.AcceptCall)], EffectsAt(Token.RefreshAfter - Duration.Epsilon));
        Assert.Equal(
            [typeof(WebServiceEffect.AcceptCall), typeof(WebServiceEffect.AdviseRefresh)], EffectsAt(Token.RefreshAfter));
        Assert.Equal(
            "the token is not within its time (AUTHN-10)",
            Refusal(WithTokens, new WebServiceEvent.Called(Present(Token), Token.Lifetime.Expires)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-10")]
    public void A_token_is_issued_to_a_reader_of_the_workspace_while_its_region_is_up()
    {
        var nobody = new AccessDecision.Denied(DenialReason.NotGranted);

        Assert.Equal(
            [new WebServiceEffect.IssueToken(Token)],
            Step(WithTokens, new WebServiceEvent.TokenRequested(Reader, true, Token, Now)).Effects.AsEnumerable());
        Assert.Equal(
            "the caller may not read the workspace (RBAC-01)",
            Refusal(WithTokens, new WebServiceEvent.TokenRequested(nobody, true, Token, Now)));
        Assert.Equal(
            "the region of the workspace is down (AUTHN-10)",
            Refusal(WithTokens, new WebServiceEvent.TokenRequested(Reader, false, Token, Now)));
        Assert.Equal(
            "the token is not valid now (AUTHN-10)",
            Refusal(WithTokens, new WebServiceEvent.TokenRequested(Reader, true, Token, Token.Lifetime.Expires)));
    }

    [Fact]
    [Trait("Rule", "DEC-10")]
    public void A_service_without_authentication_accepts_every_call_and_warns()
    {
        var effects = Step(Aci, Call(new WebServiceCredential.None())).Effects;

        Assert.IsType<WebServiceEffect.AcceptCall>(effects[0]);
        Assert.Equal(FindingSeverity.Warning, ((WebServiceEffect.Report)effects[1]).Finding.Severity);
        Assert.Equal("DEC-10", Assert.Single(Aci.Assess()).Rule.Text);
        Assert.Empty(Aks.Assess());
        Assert.Empty(WithTokens.Assess());
        Assert.True(Aci.Apply(Call(Present(Third))).IsT0);
    }

    [Fact]
    public void Turning_on_what_is_on_changes_nothing()
    {
        Assert.Equal(Aks, After(Aks, new WebServiceEvent.KeysEnabled(Third, Fourth, Now)));
        Assert.Equal(WithTokens, After(WithTokens, new WebServiceEvent.TokensEnabled(Now)));
        Assert.Equal(Aci, After(Aci, new WebServiceEvent.AuthenticationDisabled(Now)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-09")]
    public void No_key_is_kept_twice()
    {
        const string Twice = "the key is one of the service already (AUTHN-09)";

        Assert.Throws<ArgumentException>(() => WebService.BeginOnKubernetes(First, First, Now));
        Assert.Equal(Twice, Refusal(Aci, new WebServiceEvent.KeysEnabled(First, First, Now)));
        Assert.Equal(Twice, Refusal(Aks, new WebServiceEvent.KeyRegenerated(WebServiceKeySlot.Primary, First, Now)));
        Assert.Equal(Twice, Refusal(Aks, new WebServiceEvent.KeyRegenerated(WebServiceKeySlot.Primary, Second, Now)));
    }

    [Fact]
    public void An_event_without_what_it_carries_is_a_callers_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => new WebServiceEvent.TokenRequested(null!, true, Token, Now));
        Assert.Throws<ArgumentNullException>(
            () => new WebServiceEvent.KeyRegenerated(WebServiceKeySlot.Primary, null!, Now));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new WebServiceEvent.KeyRegenerated((WebServiceKeySlot)9, Third, Now));
        Assert.Throws<ArgumentNullException>(() => new WebServiceEvent.Called(null!, Now));
        Assert.Throws<ArgumentNullException>(() => new WebServiceCredential.Key(null!));
    }

    [Fact]
    public void A_token_is_replaced_within_its_lifetime()
    {
        Assert.Throws<ArgumentException>(() => new WebServiceToken(Token.Lifetime, Now - Duration.Epsilon));
        Assert.Throws<ArgumentException>(
            () => new WebServiceToken(Token.Lifetime, Token.Lifetime.Expires + Duration.Epsilon));
    }

    private static IEnumerable<Type> EffectsAt(Instant at) =>
        Step(WithTokens, new WebServiceEvent.Called(Present(Token), at)).Effects.Select(effect => effect.GetType());

    private static WebServiceCredential.Key Present(WebServiceKeyDigest key) => new(key);

    private static WebServiceCredential.Token Present(WebServiceToken token) => new(token);

    private static WebServiceEvent.Called Call(WebServiceCredential credential) => new(credential, Now);

    private static WebServiceState After(WebServiceState state, WebServiceEvent happened) => Step(state, happened).Next;

    private static FlowStep<WebServiceState, WebServiceEffect> Step(WebServiceState state, WebServiceEvent happened) =>
        state.Apply(happened).Expect();

    private static string Refusal(WebServiceState state, WebServiceEvent happened) => state.Apply(happened).AsT1.ToString();
}
