using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>One key-encryption key with its versions, and what each may be used for.</summary>
/// <remarks>
/// <code>
/// vault                                   SP 800-57      wraps  unwraps
/// enabled, in time, newest begun          active         yes    yes
/// enabled, in time, older                 deactivated    no     yes
/// enabled, before its date                pre-activation no     yes
/// enabled, past its date                  deactivated    no     yes
/// disabled                                suspended      no     no
/// deleted, until a date                   suspended      no     no
/// purged, or past that date               destroyed      no     never again
/// compromised                             compromised    no     only in a <see cref="CompromiseRecovery"/>
/// </code>
/// Further down beats further up, but a compromised key that is deleted or purged is so first. A version whose date has
/// not come leaves its predecessor active. A newest version that is disabled leaves nothing active: revocation must
/// stop writing, too, not move it back to an older version (<c>docs/decisions/0003-no-way-back.md</c>). Deletion is of
/// the key with all its versions, as in Key Vault. Equal by all members; no order. Immutable, hence safe for concurrent
/// use: every transition gives a new ring or says why not.
/// </remarks>
public sealed partial class KeyRing : IEquatable<KeyRing>
{
    private KeyRing(string keyUri, ImmutableArray<KeyVersion> versions, bool isPurgeProtected, KeyDeletion? deletion)
    {
        KeyUri = keyUri;
        Versions = versions;
        IsPurgeProtected = isPurgeProtected;
        Deletion = deletion;
    }

    /// <summary>Gets the address of the key, without version.</summary>
    public string KeyUri { get; }

    /// <summary>Gets the versions, the newest last.</summary>
    public ImmutableArray<KeyVersion> Versions { get; }

    /// <summary>Gets a value indicating whether a deleted key is kept until its date, whoever asks (CMK-01).</summary>
    public bool IsPurgeProtected { get; }

    /// <summary>Gets the deletion of the key, or null.</summary>
    public KeyDeletion? Deletion { get; }

    /// <summary>Creates a ring.</summary>
    /// <param name="keyUri">The address, in any form that <see cref="KeyStanza.Canonicalize"/> takes.</param>
    /// <param name="versions">The versions, in any order; those created at the same time in the order given.</param>
    /// <param name="isPurgeProtected">Whether a deleted key is kept until its date, whoever asks.</param>
    /// <returns>The ring, or what is wrong with the address.</returns>
    /// <exception cref="ArgumentException">There is no version, or one is null or named twice.</exception>
    public static OneOf<KeyRing, TextFault<KeyStanzaFault>> Create(
        string keyUri, IEnumerable<KeyVersion> versions, bool isPurgeProtected = true)
    {
        ArgumentNullException.ThrowIfNull(keyUri);
        ImmutableArray<KeyVersion> ordered = [.. Elements.Of(versions, nameof(versions)).OrderBy(one => one.CreatedAt)];
        if (ordered.IsEmpty || ordered.DistinctBy(one => one.Version).Count() != ordered.Length)
        {
            throw new ArgumentException("there is no version, or one is named twice", nameof(versions));
        }

        var canonical = KeyStanza.Canonicalize(keyUri);
        return KeyStanza.Check(canonical, ordered[0].Version) is { } fault
            ? fault
            : new KeyRing(canonical, ordered, isPurgeProtected, deletion: null);
    }

    /// <summary>Creates a ring that begins at one version (DEC-02).</summary>
    /// <param name="start">The version.</param>
    /// <param name="createdAt">When it was created.</param>
    /// <returns>The ring; a deleted key in it is protected from being purged.</returns>
    public static KeyRing StartingAt(KeyVersionId start, Instant createdAt)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new KeyRing(start.KeyUri, [new KeyVersion(start.Version, createdAt)], isPurgeProtected: true, null);
    }

    /// <summary>Gets the state of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="now">The time.</param>
    /// <returns>The state, or that the ring does not hold the version.</returns>
    public OneOf<KeyState, KeyRingRefusal> StateOf(string version, Instant now) => Find(version) is { } found
        ? StateOf(found, now)
        : KeyRingRefusal.OfAnUnknownVersion;

    /// <summary>Gets the version that new data is protected under (ENC-07).</summary>
    /// <param name="now">The time.</param>
    /// <returns>The active version, or why there is none.</returns>
    public OneOf<KeyVersionId, KeyRefusal> ActiveVersion(Instant now)
    {
        if (Newest(now) is not { } newest)
        {
            return RefusalOf(Versions[^1], now) ?? KeyRefusal.NotYetActive;
        }

        return RefusalOf(newest, now) is { } refusal ? refusal
            : newest.HasExpiredAt(now) ? KeyRefusal.Expired
            : new KeyVersionId(KeyUri, newest.Version);
    }

    /// <summary>Determines whether the ring has something against unwrapping under a version.</summary>
    /// <param name="version">The version. One that the ring does not hold may be newer than the ring: the vault is to
    /// say.</param>
    /// <param name="now">The time.</param>
    /// <returns>What it has against it, or null.</returns>
    public KeyRefusal? UnwrapRefusal(string version, Instant now) => Find(version) is { } found
        ? RefusalOf(found, now)
        : RefusalOfTheKey(now);

    /// <summary>Determines whether two rings are the same in every member.</summary>
    /// <param name="other">The other ring.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(KeyRing? other) =>
        other is not null
        && KeyUri == other.KeyUri
        && IsPurgeProtected == other.IsPurgeProtected
        && Deletion == other.Deletion
        && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyRing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(KeyUri, Versions.Length, Deletion);

    /// <summary>Determines whether a wrapped data key is under a version of this key that is known to be compromised,
    /// whatever else became of the key.</summary>
    internal bool IsCompromised(KeyStanza stanza) =>
        stanza.KeyUri == KeyUri && Find(stanza.KeyVersion) is { IsCompromised: true };

    private KeyVersion? Find(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.FirstOrDefault(one => one.Version == version);
    }

    private KeyVersion? Newest(Instant now) => Versions.LastOrDefault(one => one.HasBegunAt(now));

    private KeyState StateOf(KeyVersion version, Instant now) => RefusalOf(version, now) switch
    {
        KeyRefusal.Purged => KeyState.Destroyed,
        KeyRefusal.Compromised => KeyState.Compromised,
        not null => KeyState.Suspended,
        null when !version.HasBegunAt(now) => KeyState.PreActivation,
        null => version == Newest(now) && !version.HasExpiredAt(now) ? KeyState.Active : KeyState.Deactivated,
    };

    // Why nothing at all is done under a version. The most final reason comes first.
    private KeyRefusal? RefusalOf(KeyVersion version, Instant now) => RefusalOfTheKey(now) switch
    {
        { } refusal => refusal,
        null when version.IsCompromised => KeyRefusal.Compromised,
        null when !version.IsEnabled => KeyRefusal.Disabled,
        null => null,
    };

    private KeyRefusal? RefusalOfTheKey(Instant now) =>
        Deletion is not { } deletion ? null
        : deletion.IsDestroyedAt(now) ? KeyRefusal.Purged
        : KeyRefusal.Deleted;
}
