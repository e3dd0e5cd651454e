using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>What holds for a web service whatever happens. <c>AMLSEC_SEED</c> repeats a run.</summary>
public sealed class WebServiceLawTests(ITestOutputHelper output)
{
    private static readonly WebServiceKeyDigest[] Keys =
        [.. Enumerable.Range(0, 8).Select(number => WebServiceKeyDigest.Of([(byte)number]))];

    private static readonly AccessDecision Reader = RunWorld.Access.Decide(
        AccessRequest.Control(RunWorld.Alice, MlActions.ReadWorkspace, RunWorld.Workspace));

    [Fact]
    [Trait("Rule", "AUTHN-07")]
    [Trait("Rule", "AUTHN-08")]
    [Trait("Rule", "AUTHN-11")]
    public void A_call_passes_by_the_form_that_is_on_and_by_no_other()
    {
        var walk = new FlowWalk<WebServiceState, WebServiceEvent, WebServiceEffect>(WebService.Table);
        walk.Walk(100, output, Begin, Draw, (state, happened, outcome) =>
        {
            if (!outcome.TryPickT0(out var step, out _))
            {
                return;
            }

            Assert.False(step.Next is WebServiceState.WithTokens { Target: HostingTarget.ContainerInstances });
            var isAccepted = step.Effects.OfType<WebServiceEffect.AcceptCall>().Any();
            Assert.Equal(isAccepted, happened is WebServiceEvent.Called);
            if (happened is WebServiceEvent.Called called)
            {
                Assert.True((state, called.Credential) switch
                {
                    (WebServiceState.Anonymous, _) => step.Effects.OfType<WebServiceEffect.Report>().Any(),
                    (WebServiceState.WithKeys keys, WebServiceCredential.Key key) =>
                        keys.Primary.Equals(key.Digest) || keys.Secondary.Equals(key.Digest),
                    (WebServiceState.WithTokens, WebServiceCredential.Token token) =>
                        happened.At < token.Presented.Lifetime.Expires,
                    _ => false,
                });
            }
        });
        walk.AssertEverythingWasReached();
    }

    private static (WebServiceState State, IEnumerable<WebServiceEffect> Effects) Begin(Random random) => (
        random.Next(3) == 0
            ? WebService.BeginOnContainerInstances(Tokens.Now)
            : WebService.BeginOnKubernetes(Keys[0], Keys[1], Tokens.Now),
        []);

    private static WebServiceEvent Draw(Random random, WebServiceState state, Instant now) => random.Next(10) switch
    {
        0 => new WebServiceEvent.KeysEnabled(Keys[random.Next(8)], Keys[random.Next(8)], now),
        1 => new WebServiceEvent.TokensEnabled(now),
        2 => new WebServiceEvent.AuthenticationDisabled(now),
        3 => new WebServiceEvent.KeyRegenerated((WebServiceKeySlot)random.Next(2), Keys[random.Next(8)], now),
        4 => new WebServiceEvent.TokenRequested(Reader, random.Next(3) > 0, TokenAround(random, now), now),
        _ => new WebServiceEvent.Called(
            random.Next(3) switch
            {
                0 => new WebServiceCredential.None(),
                1 => new WebServiceCredential.Key(Keys[random.Next(8)]),
                _ => new WebServiceCredential.Token(TokenAround(random, now)),
            },
            now),
    };

    private static WebServiceToken TokenAround(Random random, Instant now)
    {
        var starts = now - Duration.FromMinutes(random.Next(90));
        return new WebServiceToken(
            new TokenLifetime(starts, starts + Duration.FromMinutes(60)), starts + Duration.FromMinutes(45));
    }
}
