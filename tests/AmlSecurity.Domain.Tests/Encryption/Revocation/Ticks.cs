using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The time of the search: it goes by ticks of ten minutes, and now is always the same moment.</summary>
/// <remarks>That nothing depends on when now is, <see cref="SearchSoundnessTests"/> finds out.</remarks>
internal static class Ticks
{
    /// <summary>Gets how long a tick is.</summary>
    public static Duration One { get; } = Duration.FromMinutes(10);

    /// <summary>Gets the moment at which everything happens; time passes by moving what is remembered.</summary>
    public static Moment Now { get; } = new(Instant.FromUtc(2026, 1, 1, 0, 0), Duration.FromDays(1));

    /// <summary>Counts the ticks in a period; one that has begun counts.</summary>
    public static int In(Duration period)
    {
        var ticks = (int)Math.Floor(period / One);
        return One * ticks == period ? ticks : ticks + 1;
    }

    /// <summary>Moves a moment, each clock by a number of ticks.</summary>
    public static Moment Later(this Moment moment, int wall, int monotonic) =>
        new(moment.Wall + (One * wall), moment.Monotonic + (One * monotonic));
}
