using NodaTime;

namespace AmlSecurity.Domain;

/// <summary>Adds to times without leaving their range.</summary>
internal static class Lateness
{
    /// <summary>Gets a later time; the last of all if that would be beyond it.</summary>
    public static Instant Later(this Instant at, Duration by) =>
        by >= Instant.MaxValue - at ? Instant.MaxValue : at + by;
}
