using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The two clocks of a host: the wall clock, and one that never goes back.</summary>
/// <remarks>
/// Whatever depends on time reads these two, and no clock of the library. A host writes, for example,
/// <c>new Clocks(SystemClock.Instance, () =&gt; Duration.FromTimeSpan(Stopwatch.GetElapsedTime(start)))</c>. Neither
/// may throw. Reference equality; no order. Safe for concurrent use if its parts are.
/// </remarks>
public sealed class Clocks
{
    private readonly IClock _wall;
    private readonly Func<Duration> _monotonic;

    /// <summary>Joins two clocks.</summary>
    /// <param name="wall">The wall clock.</param>
    /// <param name="monotonic">Gives the time since any fixed point; it never goes back.</param>
    public Clocks(IClock wall, Func<Duration> monotonic)
    {
        ArgumentNullException.ThrowIfNull(wall);
        ArgumentNullException.ThrowIfNull(monotonic);
        _wall = wall;
        _monotonic = monotonic;
    }

    /// <summary>Reads both clocks.</summary>
    /// <returns>What they show.</returns>
    public Moment Read() => new(_wall.GetCurrentInstant(), _monotonic());
}
