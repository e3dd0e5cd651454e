using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Tour.Callers;

/// <summary>The stories of the chapter on callers.</summary>
internal static class CallerStories
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static ImmutableArray<(string Title, ImmutableArray<FlowLine> Lines)> All =>
    [
        ("A user signs in where the directory asks for a second factor", SignInStory.OfAMember()),
        ("A guest under the rules of 2020", SignInStory.OfAGuest()),
        ("A run through its states", RunStory.Tell()),
        ("The service token of that run", TokenStory.Tell()),
        ("A web service whose keys are replaced without an outage", WebServiceStory.OfKeys()),
        ("A web service with tokens, while the region of its workspace is down", WebServiceStory.OfTokens()),
    ];
}
