using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>A clock for one request, in which no time passes.</summary>
internal sealed class StandingClock : IClock
{
    public Instant GetCurrentInstant() => NodaConstants.UnixEpoch;
}
