using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The deletion of a key with all its versions.</summary>
/// <param name="DeletedAt">When it was deleted.</param>
/// <param name="RecoverableUntil">From when on it is gone for ever, included.</param>
/// <param name="PurgedAt">When it was purged, or null while it is only deleted.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record KeyDeletion(Instant DeletedAt, Instant RecoverableUntil, Instant? PurgedAt = null)
{
    /// <summary>Gets the shortest time for which a deleted key stays recoverable: 7 days.</summary>
    public static Duration ShortestRetention { get; } = Duration.FromDays(7);

    /// <summary>Gets the longest: 90 days.</summary>
    public static Duration LongestRetention { get; } = Duration.FromDays(90);

    /// <summary>Gets from when on the key is gone for ever, as far as is known.</summary>
    public Instant DestroyedAt => PurgedAt ?? RecoverableUntil;

    /// <summary>Determines whether the key is gone for ever.</summary>
    /// <param name="now">The time.</param>
    /// <returns><see langword="true"/> once it was purged, whatever the clock shows, and from
    /// <see cref="RecoverableUntil"/> on, included.</returns>
    public bool IsDestroyedAt(Instant now) => PurgedAt is not null || now >= RecoverableUntil;
}
