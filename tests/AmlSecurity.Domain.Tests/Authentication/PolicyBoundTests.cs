using System.Security.Cryptography;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>What policies, periods and scopes take, up to their bounds.</summary>
public sealed class PolicyBoundTests
{
    private static readonly Instant Now = Tokens.Now;
    private static readonly Duration Second = Duration.FromSeconds(1);

    [Fact]
    public void A_run_lasts_some_time_and_its_grace_may_be_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunPolicy(Duration.Zero, Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunPolicy(Second, -Second));
        Assert.Equal(Duration.Zero, new RunPolicy(Second, Duration.Zero).Grace);
    }

    [Fact]
    public void A_run_and_a_sign_in_refresh_as_published_or_as_they_are_told()
    {
        var told = RefreshPolicy.WithTimeLeft("mine", Second);
        Assert.Same(RefreshPolicy.RunToken, new RunPolicy(Second, Second).Refresh);
        Assert.Same(told, new RunPolicy(Second, Second, told).Refresh);

        // With two seconds left the token of an hour is due only under the published policy.
        var late = Now + Duration.FromHours(1) - Duration.FromSeconds(2);
        Assert.True(IsDueAt(late, null));
        Assert.False(IsDueAt(late, told));
    }

    [Fact]
    public void Published_policies_have_names() => Assert.Equal(
        ["run token", "Azure Resource Manager token", "managed identity token"],
        new[] { RefreshPolicy.RunToken, RefreshPolicy.ResourceManagerToken, RefreshPolicy.ManagedIdentityToken }
            .Select(policy => policy.Name));

    [Fact]
    public void A_token_policy_has_a_life_and_a_skew_within_five_minutes()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceTokenPolicy("i", "a", Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceTokenPolicy("i", "a", Second, -Second));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ServiceTokenPolicy("i", "a", Second, TokenLifetime.LongestSkew + Second));
        Assert.Equal(TokenLifetime.LongestSkew, new ServiceTokenPolicy("i", "a", Second, TokenLifetime.LongestSkew).Skew);
        Assert.Equal(TokenLifetime.LongestSkew, new ServiceTokenPolicy("i", "a", Second).Skew);
        Assert.Equal(Duration.Zero, new ServiceTokenPolicy("i", "a", Second, Duration.Zero).Skew);
    }

    [Fact]
    public void A_key_counts_from_the_skew_before_its_begin()
    {
        var period = new KeyPeriod(Now);
        Assert.True(period.CountsAt(Now - Second, Second, Second));
        Assert.False(period.CountsAt(Now - Second - Second, Second, Second));
    }

    [Fact]
    public void A_token_of_a_web_service_is_replaced_within_its_lifetime()
    {
        var lifetime = new TokenLifetime(Now, Now + Second);
        Assert.Equal(Now, new WebServiceToken(lifetime, Now).RefreshAfter);
        Assert.Equal(Now + Second, new WebServiceToken(lifetime, Now + Second).RefreshAfter);
        Assert.Throws<ArgumentException>(() => new WebServiceToken(lifetime, Now - Second));
        Assert.Throws<ArgumentException>(() => new WebServiceToken(lifetime, Now + Second + Second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void The_name_of_a_key_has_up_to_64_characters(int length)
    {
        using var key = ServiceTokenKey.Hs256(new string('k', length), TokenLab.Secret);
        Assert.Equal(length, key.KeyId.Length);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<ArgumentException>(() => ServiceTokenKey.Es256(new string('k', 65), ecdsa));
        using var retired = ServiceTokenKey.Es256(new string('k', length), ecdsa, new KeyPeriod(Now, Now));
        Assert.Equal(new KeyPeriod(Now, Now), retired.Period);
    }

    private static bool IsDueAt(Instant now, RefreshPolicy? refresh)
    {
        var held = SignIn.Begin(new SignInPolicy(RuleSet.March2020, Refresh: refresh))
            .Apply(new SignInEvent.ClaimsPresented(Tokens.Of(Now), Now)).Expect().Next;
        return held.Apply(new SignInEvent.CallRequested(Duration.FromMilliseconds(1), now)).Expect().Next is SignInState.NeedsRefresh;
    }
}
