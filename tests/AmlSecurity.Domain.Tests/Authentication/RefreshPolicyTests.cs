using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

public sealed class RefreshPolicyTests
{
    private static readonly Instant T0 = Tokens.Now;

    [Fact]
    public void The_token_of_a_run_is_replaced_with_95_seconds_left()
    {
        var token = Lasting(Duration.FromHours(1));

        Assert.Equal(RefreshAdvice.Use, RefreshPolicy.RunToken.AdviseAt(token, token.Expires - Duration.FromSeconds(96)));
        Assert.Equal(
            RefreshAdvice.UseAndRefresh, RefreshPolicy.RunToken.AdviseAt(token, token.Expires - Duration.FromSeconds(95)));
        Assert.Equal(RefreshAdvice.DoNotUse, RefreshPolicy.RunToken.AdviseAt(token, token.Expires));
        Assert.Equal(RefreshAdvice.DoNotUse, RefreshPolicy.RunToken.AdviseAt(token, T0 - Duration.Epsilon));
    }

    [Fact]
    public void A_token_for_resource_manager_is_replaced_with_5_minutes_left() => Assert.Equal(
        T0 + Duration.FromMinutes(60), RefreshPolicy.ResourceManagerToken.RefreshAt(Lasting(Duration.FromMinutes(65))));

    [Theory]
    [InlineData(24 * 60, 12 * 60)]
    [InlineData(121, 60.5)]
    [InlineData(120, 115)]
    public void The_token_of_a_managed_identity_is_replaced_at_half_its_life_if_that_is_long(int minutes, double due) =>
        Assert.Equal(
            T0 + Duration.FromMinutes(due),
            RefreshPolicy.ManagedIdentityToken.RefreshAt(Lasting(Duration.FromMinutes(minutes))));

    [Fact]
    public void A_token_that_is_shorter_than_the_time_left_is_due_from_its_start() =>
        Assert.Equal(T0, RefreshPolicy.ResourceManagerToken.RefreshAt(Lasting(Duration.FromMinutes(1))));

    [Fact]
    public void Deadlines_are_when_it_is_due_then_every_minute_until_it_ends_then_none()
    {
        var token = Lasting(Duration.FromHours(1));
        var policy = RefreshPolicy.WithTimeLeft("own", Duration.FromMinutes(10));

        Assert.Equal(T0 + Duration.FromMinutes(50), policy.NextDeadline(token, T0));
        Assert.Equal(T0 + Duration.FromMinutes(51), policy.NextDeadline(token, T0 + Duration.FromMinutes(50)));
        Assert.Equal(token.Expires, policy.NextDeadline(token, token.Expires - Duration.FromSeconds(1)));
        Assert.Null(policy.NextDeadline(token, token.Expires));
        Assert.Null(policy.NextDeadline(new LifetimePolicy.UntilRevoked().LifetimeFrom(T0), T0));
        Assert.Equal(T0, RefreshPolicy.WithTimeLeft("own", Duration.MaxValue).RefreshAt(token));
        Assert.Throws<ArgumentOutOfRangeException>(() => RefreshPolicy.WithTimeLeft("own", -Duration.Epsilon));
    }

    private static TokenLifetime Lasting(Duration length) => new(T0, T0 + length);
}
