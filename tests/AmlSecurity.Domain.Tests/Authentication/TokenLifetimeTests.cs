using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class TokenLifetimeTests
{
    private static readonly Instant T0 = Tokens.Now;
    private static readonly TokenLifetime Hour = new(T0, T0 + Duration.FromHours(1));

    [Fact]
    public void A_token_is_expired_at_its_end()
    {
        Assert.False(Hour.IncludesAt(T0 - Duration.Epsilon));
        Assert.True(Hour.IncludesAt(T0));
        Assert.True(Hour.IncludesAt(Hour.Expires - Duration.Epsilon));
        Assert.False(Hour.IncludesAt(Hour.Expires));
        Assert.False(default(TokenLifetime).IncludesAt(default));
    }

    [Fact]
    public void A_token_outlives_an_operation_that_ends_before_it_on_any_clock_within_the_skew()
    {
        var minutes = Duration.FromMinutes(50);

        Assert.True(Hour.Outlives(T0, minutes, Duration.FromMinutes(5)));
        Assert.True(Hour.Outlives(T0 + Duration.FromMinutes(5) - Duration.Epsilon, minutes, Duration.FromMinutes(5)));
        Assert.False(Hour.Outlives(T0 + Duration.FromMinutes(5), minutes, Duration.FromMinutes(5)));
        Assert.False(Hour.Outlives(T0, Duration.FromHours(1), Duration.Zero));
        Assert.False(Hour.Outlives(T0, Duration.MaxValue, TokenLifetime.LongestSkew));
        Assert.False(Hour.Outlives(T0 - Duration.Epsilon, Duration.Zero, Duration.Zero));
        Assert.False(Hour.Outlives(Hour.Expires, Duration.Zero, Duration.Zero));
    }

    [Fact]
    public void Periods_have_bounds()
    {
        Assert.Throws<ArgumentException>(() => new TokenLifetime(T0, T0 - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hour.Outlives(T0, -Duration.Epsilon, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hour.Outlives(T0, Duration.Zero, -Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Hour.Outlives(T0, Duration.Zero, TokenLifetime.LongestSkew + Duration.Epsilon));
    }
}
