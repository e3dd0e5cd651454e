namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>Something that happened to a data key in the cache, and when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Now">When.</param>
/// <param name="Number">The attempt that an answer belongs to, or the version that is revoked, or that it was wrapped
/// under.</param>
/// <param name="Sent">When the wrap was sent.</param>
/// <param name="Denial">Why the vault refused.</param>
internal readonly record struct KeyCacheEvent(
    KeyCacheEventKind Kind, Moment Now, int Number = 0, Moment Sent = default, KeyRefusal Denial = default)
{
    public static KeyCacheEvent Demanded(Moment now) => new(KeyCacheEventKind.Demanded, now);

    public static KeyCacheEvent Wrapped(Moment now, int version, Moment sent) =>
        new(KeyCacheEventKind.Wrapped, now, version, sent);

    public static KeyCacheEvent Succeeded(Moment now, int attempt) =>
        new(KeyCacheEventKind.UnwrapSucceeded, now, attempt);

    public static KeyCacheEvent Refused(Moment now, int attempt, KeyRefusal refusal) => refusal switch
    {
        KeyRefusal.Unreachable => new(KeyCacheEventKind.UnwrapUnreachable, now, attempt),
        KeyRefusal.Unsound => new(KeyCacheEventKind.UnwrapUnsound, now, attempt),
        _ => new(KeyCacheEventKind.UnwrapDenied, now, attempt, Denial: refusal),
    };

    public static KeyCacheEvent RefreshDue(Moment now) => new(KeyCacheEventKind.RefreshDue, now);

    public static KeyCacheEvent Revoked(Moment now, int version, KeyRefusal denial) =>
        new(KeyCacheEventKind.VersionRevoked, now, version, Denial: denial);

    public static KeyCacheEvent Evicted(Moment now) => new(KeyCacheEventKind.Evicted, now);
}
