using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class DataKeyLimitsTests
{
    [Fact]
    public void The_widest_limits_are_a_day_two_to_the_32_messages_and_two_to_the_50_bytes()
    {
        Assert.Equal(Duration.FromHours(24), DataKeyLimits.Widest.Age);
        Assert.Equal(4_294_967_296, DataKeyLimits.Widest.Messages);
        Assert.Equal(1_125_899_906_842_624, DataKeyLimits.Widest.Bytes);
    }

    [Fact]
    public void Limits_can_only_be_lowered()
    {
        var day = DataKeyLimits.GreatestAge;
        Assert.Equal(1, new DataKeyLimits(Duration.Epsilon, 1, 1).Messages);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(day + Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(day, (1L << 32) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(day, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(day, 1, (1L << 50) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataKeyLimits(day, 1, 0));
    }
}
