using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class LifetimePolicyTests
{
    private static readonly Instant T0 = Tokens.Now;

    [Fact]
    public void A_range_is_drawn_by_the_caller()
    {
        var range = new LifetimePolicy.Range(Duration.FromMinutes(60), Duration.FromMinutes(90));

        Assert.Equal(Duration.FromMinutes(60), range.LifetimeFrom(T0).Length);
        Assert.Equal(Duration.FromMinutes(75), range.LifetimeFrom(T0, 0.5).Length);
        Assert.Equal(Duration.FromMinutes(90), range.LifetimeFrom(T0, 1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => range.LifetimeFrom(T0, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => range.LifetimeFrom(T0, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => range.LifetimeFrom(T0, double.NaN));
    }

    [Fact]
    public void What_lasts_until_it_is_revoked_may_end_when_it_is_not_used()
    {
        Assert.Equal(Instant.MaxValue, new LifetimePolicy.UntilRevoked().LifetimeFrom(T0).Expires);
        Assert.Equal(Instant.MaxValue, new LifetimePolicy.Fixed(Duration.MaxValue).LifetimeFrom(T0).Expires);
        Assert.Equal(
            T0 + Duration.FromDays(90), new LifetimePolicy.UntilRevoked(Duration.FromDays(90)).LifetimeFrom(T0).Expires);
    }

    [Fact]
    public void Lengths_have_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimePolicy.Fixed(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimePolicy.UntilRevoked(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimePolicy.Range(Duration.Zero, Duration.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new LifetimePolicy.Range(Duration.FromHours(1), Duration.FromMinutes(59)));
    }

    [Fact]
    [Trait("Rule", "AUTHN-10")]
    public void What_is_published_has_dates_and_what_is_not_is_not_made_up()
    {
        Assert.Equal(
            new LifetimePolicy.Fixed(Duration.FromHours(1)),
            PublishedLifetime.Find(TokenKind.AccessToken, RuleSet.March2020));
        Assert.Equal(
            new LifetimePolicy.Range(Duration.FromMinutes(60), Duration.FromMinutes(90)),
            PublishedLifetime.Find(TokenKind.AccessToken, RuleSet.Current));
        Assert.Null(PublishedLifetime.Find(TokenKind.ContinuouslyEvaluatedAccessToken, RuleSet.March2020));
        Assert.Equal(
            new LifetimePolicy.UntilRevoked(), PublishedLifetime.Find(TokenKind.WebServiceKey, RuleSet.March2020));
        Assert.Null(PublishedLifetime.Find(TokenKind.WebServiceToken, RuleSet.Current));
        Assert.Null(PublishedLifetime.Find(TokenKind.RunToken, RuleSet.Current));
    }
}
