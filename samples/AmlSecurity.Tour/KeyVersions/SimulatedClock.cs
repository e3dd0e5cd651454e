using NodaTime;

namespace AmlSecurity.Tour.KeyVersions;

/// <summary>A wall clock and a monotonic one that stand still until time is passed by hand.</summary>
internal sealed class SimulatedClock : IClock
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    private Duration _passed;

    public Duration Passed => _passed;

    public Instant GetCurrentInstant() => Start + _passed;

    public void Pass(Duration time) => _passed += time;
}
