using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>How long a kind of token is valid, and on which dates that holds.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Policy">How long.</param>
/// <param name="Holds">The dates.</param>
/// <remarks>
/// What is published is data here; the pages do not say on which day one text replaced the other, so the model lets
/// those of 2020 end with the year. The lengths of web-service tokens and run tokens are not published: whoever issues
/// them supplies a policy. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record PublishedLifetime(TokenKind Kind, LifetimePolicy Policy, EffectivePeriod Holds)
{
    /// <summary>Gets everything that is published.</summary>
    public static ImmutableArray<PublishedLifetime> All { get; } =
    [
        new(
            TokenKind.AccessToken,
            new LifetimePolicy.Fixed(Duration.FromHours(1)),
            SourcePages.Of2020),
        new(
            TokenKind.AccessToken,
            new LifetimePolicy.Range(Duration.FromMinutes(60), Duration.FromMinutes(90)),
            new EffectivePeriod(SourcePages.Of2020.Until!.Value)),
        new(
            TokenKind.ContinuouslyEvaluatedAccessToken,
            new LifetimePolicy.Range(Duration.FromHours(24), Duration.FromHours(28)),
            new EffectivePeriod(SourcePages.Of2020.Until!.Value)),
        new(TokenKind.ManagedIdentityToken, new LifetimePolicy.Fixed(Duration.FromHours(24)), default),
        new(TokenKind.WebServiceKey, new LifetimePolicy.UntilRevoked(), default),
    ];

    /// <summary>Gets the shortest lifetime that a directory's own policy can set for access tokens: 10
    /// minutes.</summary>
    public static Duration ShortestConfigured { get; } = Duration.FromMinutes(10);

    /// <summary>Gets the longest: one day.</summary>
    public static Duration LongestConfigured { get; } = Duration.FromDays(1);

    /// <summary>Finds the lifetime of a kind under the rules of a date.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The policy, or null where none is published.</returns>
    public static LifetimePolicy? Find(TokenKind kind, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return All.LastOrDefault(one => one.Kind == kind && one.Holds.Includes(rules))?.Policy;
    }
}
