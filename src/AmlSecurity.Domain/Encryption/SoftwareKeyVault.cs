using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption.Software;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A vault in the memory of this process, for development and tests: AES key wrap and RSA-OAEP-256.</summary>
/// <remarks>
/// <b>It is not a vault that keeps anything from this process</b>: its keys can be read by whoever reads the memory,
/// and are gone when it ends. It behaves as Key Vault does: an older enabled version still wraps when it is named, a
/// version outside its dates unwraps but does not wrap, deletion is of a key with all its versions. It has state and
/// asks a clock, so the same arguments may give another answer. Reference equality; no order. Safe for concurrent use.
/// </remarks>
public sealed class SoftwareKeyVault : IKeyVault, IDataKeyUnwrapper, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, KeyRing> _rings = [];
    private readonly Dictionary<KeyVersionId, SoftwareKey> _keys = [];
    private readonly IClock _clock;
    private readonly bool _isPurgeProtected;

    /// <summary>Creates an empty vault.</summary>
    /// <param name="clock">The clock by which dates are judged.</param>
    /// <param name="isPurgeProtected">Whether deleted keys are kept until their date, whoever asks.</param>
    public SoftwareKeyVault(IClock clock, bool isPurgeProtected = true)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _isPurgeProtected = isPurgeProtected;
    }

    /// <summary>Makes a random AES key as the newest version of a key.</summary>
    /// <param name="id">The version.</param>
    /// <param name="random">Where its bytes come from.</param>
    /// <param name="notBefore">From when on it wraps; null for at once.</param>
    /// <param name="expires">From when on it does not wrap any more; null for never.</param>
    /// <returns>The key with this version, or why not.</returns>
    /// <exception cref="ArgumentException">The version expires before it begins.</exception>
    public OneOf<KeyRing, KeyRingRefusal> CreateAes(
        KeyVersionId id, IRandomSource random, Instant? notBefore = null, Instant? expires = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> key = stackalloc byte[Cobblestone256.KeyLength];
        try
        {
            random.Fill(key);
            return ImportAes(id, key, notBefore, expires);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Takes in an AES key as the newest version of a key.</summary>
    /// <param name="id">The version.</param>
    /// <param name="key">The AES key, 32 bytes. The caller erases the original.</param>
    /// <param name="notBefore">From when on it wraps; null for at once.</param>
    /// <param name="expires">From when on it does not wrap any more; null for never.</param>
    /// <returns>The key with this version, or why not.</returns>
    /// <exception cref="ArgumentException">The key has another length, or expires before it begins.</exception>
    public OneOf<KeyRing, KeyRingRefusal> ImportAes(
        KeyVersionId id, ReadOnlySpan<byte> key, Instant? notBefore = null, Instant? expires = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Cobblestone256.KeyLength, nameof(key));
        ArgumentNullException.ThrowIfNull(id);
        return Import(id, new SoftwareAesKey(key), notBefore, expires);
    }

    /// <summary>Takes in an RSA key as the newest version of a key.</summary>
    /// <param name="id">The version.</param>
    /// <param name="key">The key, whose parameters are copied; without its private half it only wraps.</param>
    /// <param name="notBefore">From when on it wraps; null for at once.</param>
    /// <param name="expires">From when on it does not wrap any more; null for never.</param>
    /// <returns>The key with this version, or why not.</returns>
    /// <exception cref="ArgumentException">The key has fewer than 2,048 bits, or expires before it begins.</exception>
    public OneOf<KeyRing, KeyRingRefusal> ImportRsa(
        KeyVersionId id, RSA key, Instant? notBefore = null, Instant? expires = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentOutOfRangeException.ThrowIfLessThan(key.KeySize, RsaOaep256.MinimumKeySize, nameof(key));
        ArgumentNullException.ThrowIfNull(id);
        return Import(id, new SoftwareRsaKey(key), notBefore, expires);
    }

    /// <summary>Gets a key with its versions.</summary>
    /// <param name="keyUri">The address, in any form that <see cref="KeyStanza.Canonicalize"/> takes.</param>
    /// <returns>The key, or null if the vault does not have it.</returns>
    public KeyRing? Find(string keyUri)
    {
        lock (_gate)
        {
            return _rings.GetValueOrDefault(KeyStanza.Canonicalize(keyUri));
        }
    }

    /// <summary>Makes a transition of a key, such as
    /// <c>vault.Change(uri, (key, now) => key.Disable("1", now))</c>.</summary>
    /// <param name="keyUri">The address, in any form that <see cref="KeyStanza.Canonicalize"/> takes.</param>
    /// <param name="transition">The transition, given the key and the time.</param>
    /// <returns>The key after it, or why not. What a purged key held is erased.</returns>
    /// <exception cref="ArgumentException">The transition gives another key.</exception>
    public OneOf<KeyRing, KeyRingRefusal> Change(
        string keyUri, Func<KeyRing, Instant, OneOf<KeyRing, KeyRingRefusal>> transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        lock (_gate)
        {
            if (!_rings.TryGetValue(KeyStanza.Canonicalize(keyUri), out var before))
            {
                return KeyRingRefusal.OfAnUnknownVersion;
            }

            var now = _clock.GetCurrentInstant();
            if (!transition(before, now).TryPickT0(out var after, out var refusal))
            {
                return refusal;
            }

            if (after.KeyUri != before.KeyUri)
            {
                throw new ArgumentException("the transition gives another key", nameof(transition));
            }

            _rings[after.KeyUri] = after;
            EraseIfDestroyed(after, now);
            return after;
        }
    }

    /// <inheritdoc/>
    public ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        KeyVersionId key, SecretBytes dataKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(dataKey);
        cancellation.ThrowIfCancellationRequested();
        var isFound = Find(key, isToWrap: true).TryPickT0(out var found, out var refusal);
        return new(isFound && dataKey.TryLease(out var lease) ? Wrap(found, key, lease) : refusal);
    }

    /// <inheritdoc/>
    public ValueTask<OneOf<SecretBytes, KeyRefusal>> UnwrapAsync(KeyStanza stanza, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stanza);
        cancellation.ThrowIfCancellationRequested();
        Span<byte> dataKey = stackalloc byte[Cobblestone256.KeyLength];
        var refusal = Unwrap(stanza, dataKey, out var isUnwrapped);
        OneOf<SecretBytes, KeyRefusal> answer = isUnwrapped ? SecretBytes.CopyOf(dataKey) : refusal;
        CryptographicOperations.ZeroMemory(dataKey);
        return new(answer);
    }

    /// <inheritdoc/>
    public ValueTask<OneOf<ImmutableArray<KeyVersion>, KeyRefusal>> GetVersionsAsync(
        string keyUri, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Find(keyUri) switch
        {
            null => KeyRefusal.Forbidden,
            { Deletion: { } deletion } => RefusalOf(deletion, _clock.GetCurrentInstant()),
            { } ring => ring.Versions,
        });
    }

    /// <inheritdoc/>
    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey)
    {
        ArgumentNullException.ThrowIfNull(stanza);
        var refusal = Unwrap(stanza, dataKey, out var isUnwrapped);
        return isUnwrapped ? UnwrapOutcome.Unwrapped
            : refusal == KeyRefusal.Unsound ? UnwrapOutcome.Failed
            : UnwrapOutcome.Denied;
    }

    /// <summary>Erases all keys.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var key in _keys.Values)
            {
                key.Dispose();
            }

            _keys.Clear();
            _rings.Clear();
        }
    }

    private static KeyRefusal RefusalOf(KeyDeletion deletion, Instant now) =>
        deletion.IsDestroyedAt(now) ? KeyRefusal.Forbidden : KeyRefusal.Deleted;

    private static OneOf<KeyStanza, KeyRefusal> Wrap(SoftwareKey key, KeyVersionId id, SecretLease lease)
    {
        using (lease)
        {
            return key.Wrap(lease.Bytes) is { } wrapped
                ? KeyStanza.Create(key.Algorithm, id.KeyUri, id.Version, wrapped).Expect()
                : KeyRefusal.Forbidden;
        }
    }

    private OneOf<KeyRing, KeyRingRefusal> Import(
        KeyVersionId id, SoftwareKey key, Instant? notBefore, Instant? expires)
    {
        var isTaken = false;
        try
        {
            lock (_gate)
            {
                var now = _clock.GetCurrentInstant();
                var version = new KeyVersion(id.Version, now, notBefore, expires);
                var outcome = _rings.TryGetValue(id.KeyUri, out var ring)
                    ? ring.Rotate(version, now)
                    : KeyRing.Create(id.KeyUri, [version], _isPurgeProtected).Expect();
                if (outcome.TryPickT0(out var rotated, out _))
                {
                    _rings[id.KeyUri] = rotated;
                    _keys[id] = key;
                    isTaken = true;
                }

                return outcome;
            }
        }
        finally
        {
            if (!isTaken)
            {
                key.Dispose();
            }
        }
    }

    private KeyRefusal Unwrap(KeyStanza stanza, Span<byte> dataKey, out bool isUnwrapped)
    {
        isUnwrapped = false;
        if (!Find(KeyVersionId.Of(stanza), isToWrap: false).TryPickT0(out var key, out var refusal))
        {
            return refusal;
        }

        isUnwrapped = key.Algorithm == stanza.Algorithm && key.TryUnwrap(stanza.WrappedKey.AsSpan(), dataKey);
        return key.CanUnwrap ? KeyRefusal.Unsound : KeyRefusal.Forbidden;
    }

    // A version that is known to be compromised is no secret to its vault, which goes on as before.
    private OneOf<SoftwareKey, KeyRefusal> Find(KeyVersionId id, bool isToWrap)
    {
        lock (_gate)
        {
            var now = _clock.GetCurrentInstant();
            if (!_rings.TryGetValue(id.KeyUri, out var ring)
                || ring.Versions.FirstOrDefault(one => one.Version == id.Version) is not { } version
                || !_keys.TryGetValue(id, out var key))
            {
                return KeyRefusal.Forbidden;
            }

            EraseIfDestroyed(ring, now);
            return ring.Deletion is { } deletion ? RefusalOf(deletion, now)
                : !version.IsEnabled ? KeyRefusal.Disabled
                : isToWrap && !version.HasBegunAt(now) ? KeyRefusal.NotYetActive
                : isToWrap && version.HasExpiredAt(now) ? KeyRefusal.Expired
                : key;
        }
    }

    private void EraseIfDestroyed(KeyRing ring, Instant now)
    {
        if (ring.Deletion is { } deletion && deletion.IsDestroyedAt(now))
        {
            foreach (var version in ring.Versions)
            {
                if (_keys.Remove(new KeyVersionId(ring.KeyUri, version.Version), out var key))
                {
                    key.Dispose();
                }
            }
        }
    }
}
