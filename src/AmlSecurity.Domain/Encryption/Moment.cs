using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>One reading of both clocks: what time it is, and how much time has passed.</summary>
/// <param name="Wall">The time of the wall clock, which may be set back or forward.</param>
/// <param name="Monotonic">The time since any fixed point, which never goes back but may stand still while the machine
/// sleeps.</param>
/// <remarks>Equal by both; no order, because the two may disagree. The default is 1970 at zero. Safe for concurrent
/// use.</remarks>
public readonly record struct Moment(Instant Wall, Duration Monotonic)
{
    /// <summary>Gets the moment that a period later both clocks would show.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="OverflowException">It is out of the range of <see cref="Instant"/> or
    /// <see cref="Duration"/>.</exception>
    public Moment Plus(Duration period) => new(Wall + period, Monotonic + period);

    /// <summary>Determines whether either clock has reached a moment.</summary>
    /// <param name="deadline">The moment.</param>
    /// <returns><see langword="true"/> from the moment on, included, by one clock or the other.</returns>
    public bool HasReached(Moment deadline) => Wall >= deadline.Wall || Monotonic >= deadline.Monotonic;

    /// <summary>Determines whether either clock shows less than at a moment that is past.</summary>
    /// <param name="past">The moment.</param>
    /// <returns><see langword="true"/> if a clock has been set back.</returns>
    public bool IsBefore(Moment past) => Wall < past.Wall || Monotonic < past.Monotonic;

    /// <summary>Gets the earlier time of each clock.</summary>
    internal Moment Earlier(Moment other) =>
        new(Instant.Min(Wall, other.Wall), Duration.Min(Monotonic, other.Monotonic));
}
