using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What is left to do before an older version of a key may go: which stored data keys still name it.</summary>
/// <remarks>
/// It counts what it is given: the headers of envelopes and the key records, all that there are, read without any key
/// by <see cref="WrappedDataKey.Of(EnvelopeHeader)"/>. A backup that is not among them still names its version.
/// Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class RotationPlan
{
    private readonly KeyRing _ring;
    private readonly Instant _now;

    private RotationPlan(
        KeyRing ring, Instant now, ImmutableArray<VersionUse> uses, ILookup<WrappingStanding, DataKeyId> standings)
    {
        _ring = ring;
        _now = now;
        Uses = uses;
        CurrentCount = standings[WrappingStanding.Current].LongCount();
        ToRewrap = Distinct(standings[WrappingStanding.ToRewrap]);
        ToReencrypt = Distinct(standings[WrappingStanding.ToReencrypt]);
        Locked = Distinct(standings[WrappingStanding.Locked]);
    }

    /// <summary>Gets the use of each version: those of the ring, the newest last, then those that it does not
    /// hold.</summary>
    public ImmutableArray<VersionUse> Uses { get; }

    /// <summary>Gets how many wrapped data keys are current.</summary>
    public long CurrentCount { get; }

    /// <summary>Gets the data keys to be wrapped anew, each once, in the order of their first mention.</summary>
    public ImmutableArray<DataKeyId> ToRewrap { get; }

    /// <summary>Gets the data keys whose data is to be encrypted anew, each once, in the order of their first
    /// mention.</summary>
    public ImmutableArray<DataKeyId> ToReencrypt { get; }

    /// <summary>Gets the data keys that do not unwrap as things are, each once, in the order of their first
    /// mention.</summary>
    public ImmutableArray<DataKeyId> Locked { get; }

    /// <summary>Gets a value indicating whether nothing is left to do.</summary>
    public bool IsComplete => ToRewrap.IsEmpty && ToReencrypt.IsEmpty && Locked.IsEmpty;

    /// <summary>Looks at what is stored.</summary>
    /// <param name="ring">The key.</param>
    /// <param name="stored">What the headers and key records say. It is gone through once.</param>
    /// <param name="now">The time.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">An element is null.</exception>
    public static RotationPlan Of(KeyRing ring, IEnumerable<WrappedDataKey> stored, Instant now)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var all = Elements.Of(stored, nameof(stored));
        var names = ring.Versions.Select(one => one.Version)
            .Concat(all.SelectMany(one => VersionsOf(ring, one)))
            .Distinct();
        var counts = all.SelectMany(one => VersionsOf(ring, one).Distinct()).CountBy(name => name).ToDictionary();
        var soles = all.Select(one => NeededVersionsOf(ring, one, now)).Where(needed => needed.Count == 1)
            .CountBy(needed => needed[0]).ToDictionary();
        return new RotationPlan(
            ring,
            now,
            [.. names.Select(name => new VersionUse(
                new KeyVersionId(ring.KeyUri, name),
                ring.StateOf(name, now).Match(state => state, _ => (KeyState?)null),
                counts.GetValueOrDefault(name),
                soles.GetValueOrDefault(name)))],
            all.ToLookup(one => StandingOf(ring, one, now), one => one.Id));
    }

    /// <summary>Determines how one wrapped data key stands.</summary>
    /// <param name="ring">The key.</param>
    /// <param name="wrapped">What its header or key record says.</param>
    /// <param name="now">The time.</param>
    /// <returns>How it stands.</returns>
    public static WrappingStanding StandingOf(KeyRing ring, WrappedDataKey wrapped, Instant now)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(wrapped);
        var versions = VersionsOf(ring, wrapped).ToList();
        return versions.Count == 0 ? WrappingStanding.UnderOtherKeys
            : wrapped.Stanzas.Any(ring.IsCompromised) ? WrappingStanding.ToReencrypt
            : OpenVersionsOf(ring, wrapped, now).Count == 0 ? WrappingStanding.Locked
            : versions is [var only] && IsActive(ring, only, now) ? WrappingStanding.Current
            : WrappingStanding.ToRewrap;
    }

    /// <summary>Determines what speaks against disabling a version for good.</summary>
    /// <param name="version">The version.</param>
    /// <returns>What speaks against it, or null. Services that follow the key have their own time:
    /// <see cref="KeyChange.PredecessorNeededUntil"/>.</returns>
    public DisablingObstacle? ObstacleToDisabling(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return !_ring.StateOf(version, _now).TryPickT0(out var state, out _) ? DisablingObstacle.Unknown
            : state is KeyState.Active or KeyState.PreActivation ? DisablingObstacle.InUseForNewData
            : Uses.Single(use => use.Key.Version == version).SoleCount > 0 ? DisablingObstacle.StillNeeded
            : null;
    }

    private static IEnumerable<string> VersionsOf(KeyRing ring, WrappedDataKey wrapped) =>
        wrapped.Stanzas.Where(stanza => stanza.KeyUri == ring.KeyUri).Select(stanza => stanza.KeyVersion);

    private static List<string> OpenVersionsOf(KeyRing ring, WrappedDataKey wrapped, Instant now) =>
        [.. VersionsOf(ring, wrapped).Where(version => ring.UnwrapRefusal(version, now) is null).Distinct()];

    // A compromised version still unwraps within a recovery, unless it is disabled.
    private static List<string> NeededVersionsOf(KeyRing ring, WrappedDataKey wrapped, Instant now) =>
        [.. VersionsOf(ring, wrapped)
            .Where(version => ring.UnwrapRefusal(version, now) is null or KeyRefusal.Compromised).Distinct()];

    private static bool IsActive(KeyRing ring, string version, Instant now) =>
        ring.ActiveVersion(now).TryPickT0(out var active, out _) && active.Version == version;

    private static ImmutableArray<DataKeyId> Distinct(IEnumerable<DataKeyId> ids) => [.. ids.Distinct()];
}
