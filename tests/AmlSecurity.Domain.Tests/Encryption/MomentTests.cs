using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

public sealed class MomentTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Moment Base = new(Lab.Now, Duration.FromHours(5));

    [Fact]
    public void A_period_passes_on_both_clocks() =>
        Assert.Equal(new Moment(Lab.Now + Second, Duration.FromHours(5) + Second), Base.Plus(Second));

    [Fact]
    public void A_deadline_is_reached_when_either_clock_shows_it()
    {
        var deadline = Base.Plus(Second);

        Assert.False(Base.HasReached(deadline));
        Assert.False(Base.Plus(Second - Duration.Epsilon).HasReached(deadline));
        Assert.True(deadline.HasReached(deadline));
        Assert.True((Base with { Wall = deadline.Wall }).HasReached(deadline));
        Assert.True((Base with { Monotonic = deadline.Monotonic }).HasReached(deadline));
    }

    [Fact]
    public void A_moment_is_before_another_when_either_clock_shows_less()
    {
        Assert.False(Base.IsBefore(Base));
        Assert.False(Base.Plus(Second).IsBefore(Base));
        Assert.True((Base.Plus(Second) with { Wall = Lab.Now - Duration.Epsilon }).IsBefore(Base));
        Assert.True((Base.Plus(Second) with { Monotonic = Base.Monotonic - Duration.Epsilon }).IsBefore(Base));
    }

    [Fact]
    public void The_earlier_is_that_of_each_clock()
    {
        var other = new Moment(Lab.Now + Second, Base.Monotonic - Second);

        Assert.Equal(new Moment(Lab.Now, Base.Monotonic - Second), Base.Earlier(other));
        Assert.Equal(Base.Earlier(other), other.Earlier(Base));
        Assert.Equal(Base, Base.Earlier(Base));
    }

    [Fact]
    public void The_default_is_1970_at_zero_and_the_end_of_time_overflows()
    {
        Assert.Equal(new Moment(Instant.FromUnixTimeSeconds(0), Duration.Zero), default);
        Assert.Throws<OverflowException>(() => new Moment(Instant.MaxValue, Duration.Zero).Plus(Second));
    }
}
