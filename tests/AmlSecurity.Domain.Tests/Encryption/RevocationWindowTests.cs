using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class RevocationWindowTests
{
    [Fact]
    public void The_usual_window_is_an_hour_of_which_fifty_minutes_are_used()
    {
        var window = RevocationWindow.OneHour;

        Assert.Equal(Duration.FromMinutes(60), window.Window);
        Assert.Equal(Duration.FromMinutes(10), window.Margin);
        Assert.Equal(Duration.FromMinutes(50), window.Lifetime);
        Assert.Equal(Duration.FromMinutes(40), window.RefreshAfter);
        Assert.Equal(Duration.FromMinutes(1), window.RetryAfter);
    }

    [Fact]
    public void The_bounds_themselves_are_allowed()
    {
        Assert.Equal(
            RevocationWindow.Longest, new RevocationWindow(RevocationWindow.Longest, Duration.Zero).Lifetime);
        Assert.Equal(Duration.Epsilon, new RevocationWindow(Duration.Epsilon, Duration.Zero).Lifetime);
        Assert.Equal(
            Duration.Epsilon,
            new RevocationWindow(Duration.FromHours(1), Duration.FromHours(1) - Duration.Epsilon).Lifetime);
        Assert.Equal(Duration.FromHours(24), RevocationWindow.Longest);
    }

    [Fact]
    public void Beyond_the_bounds_nothing_is()
    {
        var hour = Duration.FromHours(1);
        (Duration Window, Duration Margin)[] wrong =
        [
            (RevocationWindow.Longest + Duration.Epsilon, Duration.Zero),
            (Duration.Zero, Duration.Zero),
            (-hour, Duration.Zero),
            (-hour, -hour),
            (hour, -Duration.Epsilon),
            (hour, hour),
            (hour, hour + hour),
        ];
        Assert.All(wrong, one =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new RevocationWindow(one.Window, one.Margin)));
    }

    [Fact]
    public void Equal_are_those_with_equal_periods()
    {
        var same = new RevocationWindow(Duration.FromMinutes(60), Duration.FromMinutes(10));

        Assert.Equal(RevocationWindow.OneHour, same);
        Assert.NotEqual(RevocationWindow.OneHour, new RevocationWindow(same.Window, Duration.Zero));
    }
}
