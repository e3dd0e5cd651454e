using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The keys that notes are verified with.</summary>
/// <remarks>
/// Made once and kept: it holds platform keys ready. No two have the same name and key id, so that a signature never
/// fits two of them. A set without a key trusts nobody. Reference equality; no order. Safe for concurrent use.
/// </remarks>
public sealed class TrustedNoteKeys : IDisposable
{
    private readonly FrozenDictionary<(uint KeyId, string Name), KnownNoteKey> _known;

    /// <summary>Creates a set of keys, some of which may be retired.</summary>
    /// <param name="keys">The keys.</param>
    /// <exception cref="ArgumentException">A key is null, or two have one name and key id.</exception>
    public TrustedNoteKeys(IEnumerable<TrustedNoteKey> keys)
    {
        var all = Elements.Of(keys, nameof(keys));
        _known = all
            .DistinctBy(trusted => (trusted.Key.KeyId, trusted.Key.Name))
            .ToFrozenDictionary(
                trusted => (trusted.Key.KeyId, trusted.Key.Name), trusted => new KnownNoteKey(trusted));
        if (_known.Count < all.Length)
        {
            throw new ArgumentException("two keys have one name and key id", nameof(keys));
        }
    }

    /// <summary>Creates a set of keys, none of which is retired.</summary>
    /// <param name="keys">The keys.</param>
    /// <returns>The set, to be disposed.</returns>
    /// <exception cref="ArgumentException">A key is null, or two have one name and key id.</exception>
    public static TrustedNoteKeys Of(params IEnumerable<NoteVerifierKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new TrustedNoteKeys(keys.Select(key => new TrustedNoteKey(key)));
    }

    /// <summary>Frees the platform keys that are kept ready.</summary>
    public void Dispose()
    {
        foreach (var known in _known.Values)
        {
            known.Dispose();
        }
    }

    internal NoteVerification Verify(SignedNote note, Instant at)
    {
        var seen = new List<KnownNoteKey>(note.Signatures.Length);
        var valid = ImmutableArray.CreateBuilder<NoteVerifierKey>(note.Signatures.Length);
        NoteSignature? retired = null;
        foreach (var signature in note.Signatures)
        {
            if (!_known.TryGetValue((signature.KeyId, signature.Name), out var known) || seen.Contains(known))
            {
                continue;
            }

            seen.Add(known);
            if (!known.HasSigned(note.Body.Span, signature.Bytes))
            {
                return new NoteVerification.Refused(NoteRefusal.BadSignature, signature);
            }

            if (known.Trusted.IsRetiredAt(at))
            {
                retired ??= signature;
            }
            else
            {
                valid.Add(known.Trusted.Key);
            }
        }

        return (valid, retired) switch
        {
            ({ Count: > 0 }, _) => new NoteVerification.Verified(valid.DrainToImmutable()),
            (_, not null) => new NoteVerification.Refused(NoteRefusal.KeyRetired, retired),
            _ => new NoteVerification.Refused(NoteRefusal.NoKnownKey),
        };
    }
}
