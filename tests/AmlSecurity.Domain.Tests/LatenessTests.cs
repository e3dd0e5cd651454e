using NodaTime;

namespace AmlSecurity.Domain.Tests;

public sealed class LatenessTests
{
    [Fact]
    public void A_later_time_never_leaves_the_range()
    {
        var nearTheEnd = Instant.MaxValue - Duration.FromHours(1);

        Assert.Equal(nearTheEnd + Duration.FromMinutes(59), nearTheEnd.Later(Duration.FromMinutes(59)));
        Assert.Equal(Instant.MaxValue, nearTheEnd.Later(Duration.FromHours(1)));
        Assert.Equal(Instant.MaxValue, nearTheEnd.Later(Duration.FromHours(2)));
        Assert.Equal(Instant.MaxValue, Instant.MaxValue.Later(Duration.MaxValue));
        Assert.Equal(Instant.FromUnixTimeSeconds(5), Instant.FromUnixTimeSeconds(3).Later(Duration.FromSeconds(2)));
    }
}
