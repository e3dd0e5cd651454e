using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Makes states the same that no course of events can tell apart.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Attempts are compared for equality only, and new ones are new: they count from two.</item>
/// <item>Moments are compared with now, and with each other after a fixed period: only their distance from now
/// counts.</item>
/// <item>The monotonic clock never goes back, and a clock misses a bounded time within a life. Where the monotonic
/// clock shows an age of the window and all that may be missed, both clocks show the window or more, and the life is
/// over for ever: how long for is forgotten.</item>
/// <item>A time to refresh that the monotonic clock has reached stays reached: how long for is forgotten. Clocks show
/// whole ticks, so that a time between two ticks is reached at the later one.</item>
/// </list>
/// A machine that is wrong may tell such states apart; what the search finds in it is played again without this.
/// </remarks>
internal static class Normal
{
    private const int Attempts = 2;

    /// <summary>Makes a state of the machine normal, as of now.</summary>
    public static KeyCacheState Of(KeyCacheState state, Scope scope) => state with
    {
        Attempts = Attempts,
        Grant = state.Grant is { } grant
            ? grant with { Sent = Sent(grant.Sent, scope), RefreshAt = RefreshAt(grant.RefreshAt) }
            : null,
        Flight = state.Flight is { } flight
            ? flight with
            {
                Attempt = flight.Attempt - state.Attempts + Attempts,
                Sent = Sent(flight.Sent, scope),
            }
            : null,
    };

    /// <summary>Makes an age normal.</summary>
    public static Age Of(Age age, Scope scope) =>
        age.Monotonic >= scope.Far ? new(scope.Far, scope.Far, scope.Far) : age;

    private static Moment Sent(Moment sent, Scope scope) =>
        Ticks.Now.Monotonic - sent.Monotonic >= Ticks.One * scope.Far
            ? Ticks.Now.Later(-scope.Far, -scope.Far)
            : sent;

    private static Moment RefreshAt(Moment time) =>
        time.Monotonic <= Ticks.Now.Monotonic
            ? Ticks.Now
            : Ticks.Now.Later(Ticks.In(time.Wall - Ticks.Now.Wall), Ticks.In(time.Monotonic - Ticks.Now.Monotonic));
}
