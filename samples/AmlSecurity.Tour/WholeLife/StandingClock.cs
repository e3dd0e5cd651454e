using NodaTime;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>A clock that stands.</summary>
internal sealed class StandingClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
