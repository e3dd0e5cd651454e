using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using NodaTime;
using Story = AmlSecurity.Tour.Callers.FlowStory<
    AmlSecurity.Domain.Authentication.SignInState,
    AmlSecurity.Domain.Authentication.SignInEvent,
    AmlSecurity.Domain.Authentication.SignInEffect>;

namespace AmlSecurity.Tour.Callers;

/// <summary>Two people sign in.</summary>
internal static class SignInStory
{
    public static ImmutableArray<FlowLine> OfAMember()
    {
        var story = new Story(
            SignIn.Begin(new SignInPolicy(RuleSet.March2020, RequiresMfa: true)), (state, e) => state.Apply(e));
        story.Tell("a token after a password", Present(0, """ "acct":0, "amr":["pwd"] """));
        story.Tell("a token after a password and a phone", Present(2, """ "acct":0, "amr":["pwd","mfa"] """));
        story.Tell("a call of ten minutes", new SignInEvent.CallRequested(Duration.FromMinutes(10), Story.At(30)));
        story.Tell("a call that outlasts the token", new SignInEvent.CallRequested(Duration.FromMinutes(40), Story.At(31)));
        story.Tell("a newer token", Present(32, """ "acct":0, "amr":["pwd","mfa"] """));
        story.Tell("signs out", new SignInEvent.SessionEnded(Story.At(40)));
        return story.Lines;
    }

    public static ImmutableArray<FlowLine> OfAGuest()
    {
        var story = new Story(SignIn.Begin(RuleSet.March2020), (state, e) => state.Apply(e));
        var guest = Present(0, """ "idp":"https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/", "amr":["pwd"] """);
        story.Tell("a token of a user of another directory", guest);
        story.Tell("a call", new SignInEvent.CallRequested(Duration.Zero, Story.At(1)));
        return story.Lines;
    }

    private static SignInEvent.ClaimsPresented Present(int minutes, string claims)
    {
        var now = Story.At(minutes);
        var json = $$"""
            { "ver": "1.0", "aud": "https://management.azure.com/", "scp": "user_impersonation",
              "iss": "https://sts.windows.net/fa15d692-e9c7-4460-a743-29f2956fd429/",
              "tid": "fa15d692-e9c7-4460-a743-29f2956fd429", "oid": "aaaaaaaa-0000-0000-0000-000000000001",
              "nbf": {{now.ToUnixTimeSeconds()}}, "exp": {{now.ToUnixTimeSeconds() + 3600}}, {{claims}} }
            """;
        return new SignInEvent.ClaimsPresented(
            TokenClaims.Read(System.Text.Encoding.UTF8.GetBytes(json)).Expect(), now);
    }
}
