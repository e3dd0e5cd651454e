using System.Collections.Immutable;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Secrets;
using Story = AmlSecurity.Tour.Callers.FlowStory<
    AmlSecurity.Domain.Authentication.WebServiceState,
    AmlSecurity.Domain.Authentication.WebServiceEvent,
    AmlSecurity.Domain.Authentication.WebServiceEffect>;

namespace AmlSecurity.Tour.Callers;

/// <summary>Two web services on Azure Kubernetes Service, one with keys and one with tokens.</summary>
internal static class WebServiceStory
{
    public static ImmutableArray<FlowLine> OfKeys()
    {
        using var first = WebServiceKey.Generate(new SystemRandomSource());
        using var second = WebServiceKey.Generate(new SystemRandomSource());
        using var third = WebServiceKey.Generate(new SystemRandomSource());
        var story = new Story(
            WebService.BeginOnKubernetes(first.Digest, second.Digest, CallerStories.Start), (state, e) => state.Apply(e));
        story.Tell("a call with the first key", Call(first, 1));
        story.Tell("callers go over to the second key", Call(second, 2));
        story.Tell(
            "the first key is regenerated",
            new WebServiceEvent.KeyRegenerated(WebServiceKeySlot.Primary, third.Digest, Story.At(3)));
        story.Tell("a call with the second key", Call(second, 4));
        story.Tell("a call with the first key of old", Call(first, 5));
        story.Tell("a call with the new first key", Call(third, 6));
        story.Tell("tokens are turned on", new WebServiceEvent.TokensEnabled(Story.At(7)));
        return story.Lines;
    }

    public static ImmutableArray<FlowLine> OfTokens()
    {
        using var first = WebServiceKey.Generate(new SystemRandomSource());
        using var second = WebServiceKey.Generate(new SystemRandomSource());
        var story = new Story(
            WebService.BeginOnKubernetes(first.Digest, second.Digest, CallerStories.Start), (state, e) => state.Apply(e));
        var token = new WebServiceToken(new TokenLifetime(Story.At(2), Story.At(62)), Story.At(50));
        story.Tell("authentication is turned off", new WebServiceEvent.AuthenticationDisabled(Story.At(0)));
        story.Tell("a call with nothing", Call(new WebServiceCredential.None(), 0));
        story.Tell("tokens are turned on", new WebServiceEvent.TokensEnabled(Story.At(1)));
        story.Tell("a reader asks for a token", Ask(isRegionUp: true, token, 2));
        story.Tell("a call with it", Call(new WebServiceCredential.Token(token), 10));
        story.Tell("a call when it is to be replaced", Call(new WebServiceCredential.Token(token), 55));
        story.Tell("a reader asks while the region is down", Ask(isRegionUp: false, token, 56));
        story.Tell("a call when it has expired", Call(new WebServiceCredential.Token(token), 62));
        return story.Lines;
    }

    private static WebServiceEvent.Called Call(WebServiceKey key, int minutes) =>
        Call(new WebServiceCredential.Key(key.Digest), minutes);

    private static WebServiceEvent.Called Call(WebServiceCredential credential, int minutes) =>
        new(credential, Story.At(minutes));

    private static WebServiceEvent.TokenRequested Ask(bool isRegionUp, WebServiceToken token, int minutes) =>
        new(RunStory.MayRead, isRegionUp, token, Story.At(minutes));
}
