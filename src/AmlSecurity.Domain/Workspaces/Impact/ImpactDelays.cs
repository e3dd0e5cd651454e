using AmlSecurity.Domain.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>How long services usually take to follow a change. None of it is promised.</summary>
/// <remarks>Zero or more each. Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ImpactDelays
{
    /// <summary>Creates delays.</summary>
    /// <param name="key">Until a store notices that a version of its key was disabled or enabled.</param>
    /// <param name="grant">Until a grant, made or revoked, has reached every service.</param>
    /// <param name="storageKey">Until the workspace takes up a new storage key by itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">A delay is less than zero.</exception>
    public ImpactDelays(Duration key, Duration grant, Duration storageKey)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(grant, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(storageKey, Duration.Zero);
        Key = key;
        Grant = grant;
        StorageKey = storageKey;
    }

    /// <summary>Gets the delays that the pages tell of: an hour for keys (ENC-09), half an hour for grants, an hour
    /// for the storage key (SYNC-02).</summary>
    public static ImpactDelays Usual { get; } =
        new(KeyChange.UsualDelay, Duration.FromMinutes(30), Duration.FromHours(1));

    /// <summary>Gets the time until a store notices a change of its key.</summary>
    public Duration Key { get; }

    /// <summary>Gets the time until a grant has reached every service.</summary>
    public Duration Grant { get; }

    /// <summary>Gets the time until the workspace takes up a new storage key by itself.</summary>
    public Duration StorageKey { get; }
}
