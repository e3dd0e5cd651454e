using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Authentication;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/authentication.md</c>.</summary>
public sealed class AuthenticationExample
{
    [Fact]
    public void One_who_used_no_second_factor_is_asked_for_it()
    {
        var now = Tokens.Now;
        var claims = Tokens.Of(now);

        var carriedOut = new List<SignInEffect>();

        // <example>
        var state = SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true));
        var step = state.Apply(new SignInEvent.ClaimsPresented(claims, now)).Expect();
        foreach (var effect in step.Effects)
        {
            carriedOut.Add(effect);   // challenge, present, request, forget
        }
        // </example>

        Assert.NotEmpty(carriedOut);
        Assert.IsNotType<SignInState.SignedIn>(step.Next);
    }
}
