using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Which data nobody can read any more, because the key above its data keys is gone.</summary>
/// <remarks>
/// Shredding is pending until the key is purged or past its date: before, it can be recovered. It says what follows
/// from the wrapped data keys that it was given; a copy of plaintext, or of a data key outside of this library, is not
/// known to it. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record ShredCertificate
{
    private ShredCertificate(
        string keyUri,
        Instant issuedAt,
        Instant deletedAt,
        Instant finalAt,
        ImmutableArray<DataKeyId> shredded,
        ImmutableArray<DataKeyId> survivors,
        ImmutableArray<DataKeyId> exposed)
    {
        KeyUri = keyUri;
        IssuedAt = issuedAt;
        DeletedAt = deletedAt;
        FinalAt = finalAt;
        Shredded = shredded;
        Survivors = survivors;
        Exposed = exposed;
    }

    /// <summary>Gets the address of the key that is gone.</summary>
    public string KeyUri { get; }

    /// <summary>Gets when it was looked at.</summary>
    public Instant IssuedAt { get; }

    /// <summary>Gets when the key was deleted.</summary>
    public Instant DeletedAt { get; }

    /// <summary>Gets from when on it is final, as far as is known: when the key is destroyed and no sealer may hold
    /// a data key in memory any more.</summary>
    public Instant FinalAt { get; }

    /// <summary>Gets a value indicating whether it is final; otherwise shredding is pending.</summary>
    public bool IsFinal => IssuedAt >= FinalAt;

    /// <summary>Gets the data keys that are wrapped under this key only, and under no compromised version of it; in the
    /// order of their text.</summary>
    public ImmutableArray<DataKeyId> Shredded { get; }

    /// <summary>Gets the data keys that are wrapped under another key, too, and so can be unwrapped; in the order of
    /// their text.</summary>
    public ImmutableArray<DataKeyId> Survivors { get; }

    /// <summary>Gets the data keys that are wrapped under a version that is known to be compromised, so that whoever
    /// has that version can still unwrap them; in the order of their text.</summary>
    public ImmutableArray<DataKeyId> Exposed { get; }

    /// <summary>Looks at what was stored under a key that is deleted.</summary>
    /// <param name="ring">The key.</param>
    /// <param name="stored">What the headers and key records say: all that there are, of other keys too.</param>
    /// <param name="window">How long data keys may stay in memory after the deletion.</param>
    /// <param name="now">The time.</param>
    /// <returns>The certificate, or that the key is not deleted.</returns>
    /// <exception cref="ArgumentException">An element is null.</exception>
    public static OneOf<ShredCertificate, KeyRingRefusal> Of(
        KeyRing ring, IEnumerable<WrappedDataKey> stored, RevocationWindow window, Instant now)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(window);
        var all = Elements.Of(stored, nameof(stored));
        if (ring.Deletion is not { } deletion)
        {
            return KeyRingRefusal.NotDeleted;
        }

        // One data key may be wrapped in several places; any of them may let it live.
        var byFate = all.GroupBy(one => one.Id, one => one.Stanzas)
            .Select(places => (Id: places.Key, Stanzas: places.SelectMany(stanzas => stanzas).ToList()))
            .Where(key => key.Stanzas.Exists(stanza => stanza.KeyUri == ring.KeyUri))
            .ToLookup(
                key => key.Stanzas.Exists(ring.IsCompromised) ? Fate.Exposed
                    : key.Stanzas.Exists(stanza => stanza.KeyUri != ring.KeyUri) ? Fate.Survives
                    : Fate.Shredded,
                key => key.Id);
        return new ShredCertificate(
            ring.KeyUri,
            now,
            deletion.DeletedAt,
            Instant.Max(deletion.DestroyedAt, deletion.DeletedAt.Later(window.Window)),
            Ordered(byFate[Fate.Shredded]),
            Ordered(byFate[Fate.Survives]),
            Ordered(byFate[Fate.Exposed]));
    }

    /// <summary>Determines whether two certificates are the same in every member.</summary>
    /// <param name="other">The other certificate.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(ShredCertificate? other) =>
        other is not null
        && KeyUri == other.KeyUri
        && IssuedAt == other.IssuedAt
        && DeletedAt == other.DeletedAt
        && FinalAt == other.FinalAt
        && Shredded.SequenceEqual(other.Shredded)
        && Survivors.SequenceEqual(other.Survivors)
        && Exposed.SequenceEqual(other.Exposed);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(KeyUri, IssuedAt, Shredded.Length, Survivors.Length);

    private static ImmutableArray<DataKeyId> Ordered(IEnumerable<DataKeyId> ids) =>
        [.. ids.OrderBy(id => id.ToString(), StringComparer.Ordinal)];

    private enum Fate
    {
        Shredded,
        Survives,
        Exposed,
    }
}
