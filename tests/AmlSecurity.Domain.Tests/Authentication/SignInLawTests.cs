using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Flows;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>What holds in a sign-in whatever happens. <c>AMLSEC_SEED</c> repeats a run.</summary>
public sealed class SignInLawTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    [Trait("Rule", "AUTHN-03")]
    public void No_guest_signs_in_and_no_token_is_presented_at_or_past_its_end()
    {
        var walk = new FlowWalk<SignInState, SignInEvent, SignInEffect>(SignIn.Table);
        walk.Walk(100, output, Begin, Draw, (state, happened, outcome) =>
        {
            if (!outcome.TryPickT0(out var step, out _))
            {
                return;
            }

            if (step.Next is SignInState.SignedIn or SignInState.NeedsRefresh)
            {
                var holder = step.Next is SignInState.SignedIn signedIn
                    ? signedIn.Principal
                    : ((SignInState.NeedsRefresh)step.Next).Principal;
                Assert.IsNotType<Membership.Guest>(holder.Membership);
            }

            Assert.All(
                step.Effects.OfType<SignInEffect.PresentToken>(),
                effect => Assert.True(happened.At < effect.Token.Expires));
        });
        walk.AssertEverythingWasReached();
    }

    private static (SignInState State, IEnumerable<SignInEffect> Effects) Begin(Random random) => (
        SignIn.Begin(new SignInPolicy(RuleSet.March2020, random.Next(2) == 0, random.Next(2) == 0)), []);

    private static SignInEvent Draw(Random random, SignInState state, Instant now) => random.Next(9) switch
    {
        0 => new SignInEvent.SessionEnded(now),
        1 or 2 => new SignInEvent.TimePassed(now),
        3 or 4 or 5 => new SignInEvent.CallRequested(Duration.FromMinutes(random.Next(70)), now),
        _ => new SignInEvent.ClaimsPresented(
            Tokens.Of(
                now - Duration.FromMinutes(random.Next(70)),
                ("acct", random.Next(6) switch { 0 => "1", 1 => null, _ => "0" }),
                ("amr", random.Next(2) == 0 ? "mfa" : "pwd"),
                ("oid", random.Next(6) == 0 ? "bbbbbbbb-0000-0000-0000-000000000002" : Tokens.Alice),
                ("aud", random.Next(12) == 0 ? "https://vault.azure.net" : "https://management.azure.com/")),
            now),
    };
}
