using AmlSecurity.Domain.Encryption;
using NodaTime;
using NodaTime.Testing;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class ClocksTests
{
    [Fact]
    public void Both_clocks_are_read_anew_each_time()
    {
        var wall = new FakeClock(Lab.Now);
        var passed = Duration.Zero;
        var clocks = new Clocks(wall, () => passed);
        Assert.Equal(new Moment(Lab.Now, Duration.Zero), clocks.Read());

        wall.AdvanceMinutes(3);
        passed = Duration.FromSeconds(7);

        Assert.Equal(new Moment(Lab.Now + Duration.FromMinutes(3), Duration.FromSeconds(7)), clocks.Read());
    }

    [Fact]
    public void Neither_may_be_missing()
    {
        Assert.Throws<ArgumentNullException>(() => new Clocks(null!, () => Duration.Zero));
        Assert.Throws<ArgumentNullException>(() => new Clocks(new FakeClock(Lab.Now), null!));
    }
}
