using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>What may happen to a key and its versions.</content>
public sealed partial class KeyRing
{
    /// <summary>Adds a newer version, which new data is protected under from its date on (ENC-07, ENC-25).</summary>
    /// <param name="next">The version.</param>
    /// <param name="now">The time.</param>
    /// <returns>The ring with it, or why not.</returns>
    public OneOf<KeyRing, KeyRingRefusal> Rotate(KeyVersion next, Instant now)
    {
        ArgumentNullException.ThrowIfNull(next);
        return RefusedByDeletion(now) is { } refusal ? refusal
            : Find(next.Version) is not null ? KeyRingRefusal.OfAKnownVersion
            : next.CreatedAt < Versions[^1].CreatedAt ? KeyRingRefusal.OlderThanTheNewest
            : With(Versions.Add(next), Deletion);
    }

    /// <summary>Suspends a version: the revocation of the source page (ENC-08).</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">The time.</param>
    /// <returns>The ring in which it is disabled, or why not.</returns>
    public OneOf<KeyRing, KeyRingRefusal> Disable(string version, Instant now) =>
        RefusedByDeletion(now) is { } refusal ? refusal
        : Find(version) is not { } found ? KeyRingRefusal.OfAnUnknownVersion
        : !found.IsEnabled ? KeyRingRefusal.Disabled
        : With(Versions.Replace(found, found.WithEnabled(false)), Deletion);

    /// <summary>Ends the suspension of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">The time.</param>
    /// <returns>The ring in which it is enabled, or why not. A compromised version stays compromised.</returns>
    public OneOf<KeyRing, KeyRingRefusal> Enable(string version, Instant now) =>
        RefusedByDeletion(now) is { } refusal ? refusal
        : Find(version) is not { } found ? KeyRingRefusal.OfAnUnknownVersion
        : found.IsEnabled ? KeyRingRefusal.EnabledAlready
        : With(Versions.Replace(found, found.WithEnabled(true)), Deletion);

    /// <summary>Deletes the key with all its versions, recoverably.</summary>
    /// <param name="now">The time.</param>
    /// <param name="retention">For how long it stays recoverable, <see cref="KeyDeletion.ShortestRetention"/> to
    /// <see cref="KeyDeletion.LongestRetention"/>.</param>
    /// <returns>The ring in which it is deleted, or why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention is out of bounds.</exception>
    public OneOf<KeyRing, KeyRingRefusal> Delete(Instant now, Duration retention)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retention, KeyDeletion.ShortestRetention);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retention, KeyDeletion.LongestRetention);
        return RefusedByDeletion(now) is { } refusal
            ? refusal
            : With(Versions, new KeyDeletion(now, now.Later(retention)));
    }

    /// <summary>Recovers the deleted key; each version is as it was.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The ring without the deletion, or why not.</returns>
    public OneOf<KeyRing, KeyRingRefusal> Recover(Instant now) =>
        Deletion is not { } deletion ? KeyRingRefusal.NotDeleted
        : deletion.IsDestroyedAt(now) ? KeyRingRefusal.Purged
        : With(Versions, deletion: null);

    /// <summary>Destroys the deleted key before its date.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The ring in which it is gone for ever, or why not.</returns>
    public OneOf<KeyRing, KeyRingRefusal> Purge(Instant now) =>
        Deletion is not { } deletion ? KeyRingRefusal.NotDeleted
        : deletion.IsDestroyedAt(now) ? KeyRingRefusal.Purged
        : IsPurgeProtected ? KeyRingRefusal.ProtectedFromPurge
        : With(Versions, deletion with { PurgedAt = now });

    /// <summary>Notes that a version is known to others than the vault. Nothing takes that back.</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">The time.</param>
    /// <returns>The ring in which it is compromised, or why not.</returns>
    public OneOf<KeyRing, KeyRingRefusal> MarkCompromised(string version, Instant now) =>
        Find(version) is not { } found ? KeyRingRefusal.OfAnUnknownVersion
        : found.IsCompromised ? KeyRingRefusal.Compromised
        : With(Versions.Replace(found, found.WithCompromised(now)), Deletion);

    /// <summary>Allows unwrapping under a compromised version for a while, to save what is under it.</summary>
    /// <param name="version">The version.</param>
    /// <param name="reason">Why, in words for the audit log.</param>
    /// <param name="now">From when on.</param>
    /// <param name="length">For how long, more than zero and at most <see cref="CompromiseRecovery.Longest"/>.</param>
    /// <returns>The recovery, which belongs in the audit log; or why not.</returns>
    /// <exception cref="ArgumentException">The reason is blank, or the length out of bounds.</exception>
    public OneOf<CompromiseRecovery, KeyRingRefusal> OpenRecovery(
        string version, string reason, Instant now, Duration length)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, CompromiseRecovery.Longest);
        return RefusedByDeletion(now) is { } refusal ? refusal
            : Find(version) is not { } found ? KeyRingRefusal.OfAnUnknownVersion
            : !found.IsCompromised ? KeyRingRefusal.NotCompromised
            : !found.IsEnabled ? KeyRingRefusal.Disabled
            : new CompromiseRecovery(new KeyVersionId(KeyUri, version), reason, now, now.Later(length));
    }

    /// <summary>Takes over what a vault says about the versions.</summary>
    /// <param name="versions">All versions that the vault holds.</param>
    /// <param name="now">The time.</param>
    /// <returns>The ring with the vault's versions and attributes; what was known to be compromised stays so. Or why
    /// not.</returns>
    /// <exception cref="ArgumentException">A version is null or named twice.</exception>
    public OneOf<KeyRing, KeyRingRefusal> Adopt(IEnumerable<KeyVersion> versions, Instant now)
    {
        var given = Elements.Of(versions, nameof(versions));
        if (RefusedByDeletion(now) is { } refusal)
        {
            return refusal;
        }

        // A version that the vault no longer lists has been taken away: nothing is to be done under it.
        var kept = Versions
            .Where(known => given.All(one => one.Version != known.Version))
            .Select(gone => gone.WithEnabled(false));
        var taken = given.Select(one => one.WithCompromised(Find(one.Version)?.CompromisedAt ?? one.CompromisedAt));

        // Of those created at the same time, the newest stays the newest, in whatever order the vault names them.
        var known = Versions.Select(one => one.Version).ToList();
        var ordered = kept.Concat(taken)
            .OrderBy(one => known.IndexOf(one.Version) is var at and >= 0 ? at : known.Count);
        return Create(KeyUri, ordered, IsPurgeProtected).Expect();
    }

    private KeyRing With(ImmutableArray<KeyVersion> versions, KeyDeletion? deletion) =>
        new(KeyUri, versions, IsPurgeProtected, deletion);

    private KeyRingRefusal? RefusedByDeletion(Instant now) => RefusalOfTheKey(now) switch
    {
        KeyRefusal.Purged => KeyRingRefusal.Purged,
        KeyRefusal.Deleted => KeyRingRefusal.Deleted,
        _ => null,
    };
}
