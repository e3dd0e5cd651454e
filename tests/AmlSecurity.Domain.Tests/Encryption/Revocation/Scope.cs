using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>What is searched: the window, the versions, and how much the clocks may miss.</summary>
/// <param name="Window">The window.</param>
/// <param name="Versions">How many versions the data key is wrapped under.</param>
/// <param name="Tracked">The version that the law is checked for. Of the other one nothing is assumed: its answers may
/// be of any kind at any time, which is more than any vault does.</param>
/// <param name="Misses">How many ticks either clock may miss within one life of a key.</param>
/// <param name="OnBoth">How many ticks both clocks may miss within one life of a key: the lesser of the two.</param>
/// <param name="AnyLate">Whether late answers of all kinds come at any time, or only of those kinds that a question
/// which was given up can have.</param>
/// <param name="OldWraps">Whether a wrap may have been sent at any time before its answer, or only just now.</param>
internal sealed record Scope(
    RevocationWindow Window,
    int Versions = 2,
    int Tracked = 0,
    int Misses = 2,
    int OnBoth = 1,
    bool AnyLate = false,
    bool OldWraps = false)
{
    /// <summary>Gets the window of one hour: six ticks, of which the margin is one.</summary>
    public static Scope OneHour { get; } = new(RevocationWindow.OneHour);

    /// <summary>Gets how many ticks the window has.</summary>
    public int WindowTicks { get; } = Ticks.In(Window.Window);

    /// <summary>Gets how many ticks a life has.</summary>
    public int LifeTicks { get; } = Ticks.In(Window.Lifetime);

    /// <summary>Gets the age from which on ages are all the same; see <see cref="Normal"/>.</summary>
    public int Far => WindowTicks + Misses;

    /// <summary>Determines whether the clocks may miss that much of a life. What lies far back is no life.</summary>
    public bool Allows(Age age) =>
        age.Monotonic >= Far
        || (Math.Max(age.MissedAsleep, age.MissedSetBack) <= Misses
            && Math.Min(age.MissedAsleep, age.MissedSetBack) <= OnBoth);
}
