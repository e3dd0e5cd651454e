using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>How many ticks ago something was: in truth, and by each clock.</summary>
internal readonly record struct Age(int True, int Wall, int Monotonic)
{
    /// <summary>Gets what passes in a tick.</summary>
    public static Age Tick { get; } = new(1, 1, 1);

    /// <summary>Gets what passes in a tick during which the machine sleeps: its monotonic clock stands still.</summary>
    public static Age Sleep { get; } = new(1, 1, 0);

    /// <summary>Gets what passes when the wall clock is set back by a tick.</summary>
    public static Age SetBack { get; } = new(0, -1, 0);

    /// <summary>Gets what the monotonic clock has missed.</summary>
    public int MissedAsleep => True - Monotonic;

    /// <summary>Gets what the wall clock has missed.</summary>
    public int MissedSetBack => True - Wall;

    /// <summary>Adds what passes.</summary>
    public Age Plus(Age passing) =>
        new(True + passing.True, Wall + passing.Wall, Monotonic + passing.Monotonic);

    /// <summary>Determines whether both clocks show a time from the beginning of a life up to its end,
    /// excluded.</summary>
    public bool IsWithin(int life) => Wall >= 0 && Wall < life && Monotonic >= 0 && Monotonic < life;

    /// <summary>Gets what both clocks showed then.</summary>
    public Moment ToMoment() => Ticks.Now.Later(-Wall, -Monotonic);

    public override string ToString() =>
        $"{True} ticks ago ({Wall} by the wall clock, {Monotonic} by the monotonic one)";
}
