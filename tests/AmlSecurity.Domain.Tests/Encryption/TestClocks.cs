using AmlSecurity.Domain.Encryption;
using NodaTime;
using NodaTime.Testing;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Two clocks that a test moves, together or apart. Safe for concurrent use.</summary>
internal sealed class TestClocks
{
    private readonly Lock _gate = new();
    private Duration _monotonic = Duration.FromSeconds(1000);

    public TestClocks() => Clocks = new Clocks(Wall, () =>
    {
        lock (_gate)
        {
            return _monotonic;
        }
    });

    public Clocks Clocks { get; }

    public FakeClock Wall { get; } = new(Lab.Now);

    public Instant Now => Wall.GetCurrentInstant();

    /// <summary>Lets time pass on both.</summary>
    public void Pass(Duration duration)
    {
        Suspend(duration);
        PassMonotonic(duration);
    }

    /// <summary>Lets the machine sleep: only the wall clock goes on.</summary>
    public void Suspend(Duration duration) => Wall.Advance(duration);

    /// <summary>Sets the wall clock back.</summary>
    public void StepBack(Duration duration) => Wall.Advance(-duration);

    /// <summary>Lets time pass while the wall clock stands still.</summary>
    public void PassMonotonic(Duration duration)
    {
        lock (_gate)
        {
            _monotonic += duration;
        }
    }
}
