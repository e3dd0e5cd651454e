using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class KeyChangeTests
{
    private static readonly KeyChange Change = new(SealerLab.IdOf("1"), Lab.Now);

    [Theory]
    [Trait("Rule", "ENC-09")]
    [InlineData(-60, KeyChangeStatus.Pending)]
    [InlineData(0, KeyChangeStatus.Pending)]
    [InlineData(59, KeyChangeStatus.Pending)]
    [InlineData(60, KeyChangeStatus.ExpectedEffective)]
    [InlineData(10_000, KeyChangeStatus.ExpectedEffective)]
    public void A_service_is_expected_to_follow_within_an_hour(int minutes, KeyChangeStatus expected) =>
        Assert.Equal(expected, Change.StatusAt(Lab.Now + Duration.FromMinutes(minutes)));

    [Fact]
    [Trait("Rule", "ENC-09")]
    public void The_end_of_the_delay_is_the_first_moment_at_which_it_is_expected()
    {
        Assert.Equal(Lab.Now + Duration.FromHours(1), Change.ExpectedEffectiveAt());
        Assert.Equal(
            KeyChangeStatus.Pending, Change.StatusAt(Change.ExpectedEffectiveAt() - Duration.Epsilon));
        Assert.Equal(KeyChangeStatus.ExpectedEffective, Change.StatusAt(Change.ExpectedEffectiveAt()));
    }

    [Fact]
    public void The_delay_is_a_parameter()
    {
        var delay = Duration.FromMinutes(5);

        Assert.Equal(Lab.Now + delay, Change.ExpectedEffectiveAt(delay));
        Assert.Equal(KeyChangeStatus.Pending, Change.StatusAt(Lab.Now + delay - Duration.Epsilon, delay));
        Assert.Equal(KeyChangeStatus.ExpectedEffective, Change.StatusAt(Lab.Now + delay, delay));
        Assert.Equal(KeyChangeStatus.ExpectedEffective, Change.StatusAt(Lab.Now, Duration.Zero));
    }

    [Fact]
    public void A_delay_below_zero_is_the_callers_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>("delay", () => Change.ExpectedEffectiveAt(-Duration.Epsilon));

    [Fact]
    [Trait("Rule", "CMK-03")]
    public void The_version_before_may_be_needed_for_a_day_after_a_rotation() =>
        Assert.Equal(Lab.Now + Duration.FromHours(24), Change.PredecessorNeededUntil);

    [Fact]
    public void Nobody_has_noticed_by_default() => Assert.Equal(KeyChangeStatus.Pending, default);
}
