using AmlSecurity.Domain.Encryption.Revocation;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Seals and opens envelopes under one key of a vault, and keeps to it when the key is revoked.</summary>
/// <remarks>
/// <para>
/// It joins a vault, a <see cref="KeyRing"/>, and data keys in memory. A data key is used without asking the vault for
/// as long as the <see cref="RevocationWindow"/> says, and no longer: after a version is disabled, no operation under
/// it is admitted at or after the end of the window. A denial counts at once, a vault that does not answer extends
/// nothing. Only the ring's key is allowed: a header that names another never reaches the vault.
/// </para>
/// <para>
/// Cancelling ends the wait, not the question to the vault, which others may wait for. A library starts no timer: to
/// keep keys fresh ahead of use and erase expired ones, a host calls <see cref="RefreshDueAsync"/> at
/// <see cref="NextDeadline"/>. Without that, keys are refreshed and refused on use all the same. What the port throws
/// reaches the caller. Reference equality; no order. Safe for concurrent use.
/// </para>
/// </remarks>
public sealed partial class EnvelopeSealer : IDisposable
{
    // The key may be given up between being handed out and being used; it is asked for again.
    private const int Tries = 3;

    private readonly IKeyVault _vault;
    private readonly Clocks _clocks;
    private readonly DataKeyLimits _limits;
    private readonly IRandomSource _random;
    private readonly SaltSource _salts;
    private readonly DataKeyCache _cache;

    /// <summary>Creates a sealer.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="ring">The key and its versions.</param>
    /// <param name="clocks">The clocks of the host.</param>
    /// <param name="options">What may be chosen; all defaults by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of cached keys is out of bounds.</exception>
    public EnvelopeSealer(IKeyVault vault, KeyRing ring, Clocks clocks, EnvelopeSealerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(clocks);
        options ??= new EnvelopeSealerOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CachedKeys, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            options.CachedKeys, EnvelopeSealerOptions.MostCachedKeys, nameof(options));
        _vault = vault;
        _clocks = clocks;
        _limits = options.Limits ?? DataKeyLimits.Widest;
        _random = options.Random ?? new SystemRandomSource();
        _salts = options.Salts ?? SaltSource.OfSystem();
        _cache = new DataKeyCache(
            vault, ring, clocks, options.Window ?? RevocationWindow.OneHour, options.CachedKeys, _limits);
    }

    /// <summary>Gets the key and its versions, as this sealer knows them.</summary>
    public KeyRing Ring => _cache.Ring;

    /// <summary>Gets how many data keys have a place in memory.</summary>
    public int CachedKeys => _cache.Count;

    /// <summary>Gets when to call <see cref="RefreshDueAsync"/>, by whichever clock shows it first; null if there is
    /// nothing to come back for.</summary>
    public Moment? NextDeadline => _cache.WakeAt;

    /// <summary>Goes by another state of the key from now on.</summary>
    /// <param name="ring">The ring. Data keys under versions that it refuses are erased at once.</param>
    /// <exception cref="ArgumentException">The ring is of another key.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public void Adopt(KeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        _cache.RefuseIfDisposed();
        if (ring.KeyUri != Ring.KeyUri)
        {
            throw new ArgumentException("the ring is of another key", nameof(ring));
        }

        _cache.TryAdopt(ring, replacing: null);
    }

    /// <summary>Asks the vault for the versions of the key and goes by them from now on.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The ring, or why the vault does not say. If that is because the key is deleted or disabled, every data
    /// key in memory is erased at once.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<KeyRing, KeyRefusal>> UpdateRingAsync(CancellationToken cancellation)
    {
        _cache.RefuseIfDisposed();
        var answer = await _vault.GetVersionsAsync(Ring.KeyUri, cancellation).ConfigureAwait(false);
        if (!answer.TryPickT0(out var versions, out var refusal))
        {
            if (refusal is KeyRefusal.Deleted or KeyRefusal.Purged or KeyRefusal.Disabled)
            {
                _cache.GiveUp(refusal);
            }

            return refusal;
        }

        if (versions.IsDefaultOrEmpty
            || versions.Contains(null!)
            || versions.DistinctBy(one => one.Version).Count() != versions.Length)
        {
            return KeyRefusal.Unsound;
        }

        while (true)
        {
            var before = Ring;
            if (!before.Adopt(versions, _clocks.Read().Wall).TryPickT0(out var ring, out var kept))
            {
                return kept == KeyRingRefusal.Purged ? KeyRefusal.Purged : KeyRefusal.Deleted;
            }

            if (_cache.TryAdopt(ring, replacing: before))
            {
                return ring;
            }
        }
    }

    /// <summary>Erases data keys that have expired, and unwraps anew those in use that soon will.</summary>
    /// <returns>A task that ends when the vault has answered. After <see cref="Dispose"/> there is nothing to do, so
    /// that a host's timer may come late.</returns>
    public Task RefreshDueAsync() => _cache.RefreshDueAsync();

    /// <summary>Erases all data keys and refuses further use.</summary>
    public void Dispose() => _cache.Dispose();

    /// <summary>Asks for a data key for one operation, which uses it at once.</summary>
    internal ValueTask<OneOf<DataKey, KeyRefusal>> DemandAsync(CachedKey place, CancellationToken cancellation) =>
        _cache.DemandAsync(place, cancellation);

    // The place of the data key of a header, or what is wrong with the header.
    private OneOf<CachedKey, OpenRefusal> Find(ReadOnlySpan<byte> envelope)
    {
        _cache.RefuseIfDisposed();
        if (EnvelopeHeader.ReadLength(envelope).TryPickT0(out var length, out _)
            && length <= envelope.Length
            && _cache.TryFind(envelope[..length], out var known))
        {
            return known;
        }

        return EnvelopeHeader.Read(envelope).TryPickT0(out var header, out var fault)
            ? Prepare(envelope[..header.Length], WrappedDataKey.Of(header), createdAt: null)
            : new OpenRefusal(OpenRefusalKind.Malformed, fault);
    }

    private OneOf<CachedKey, OpenRefusal> Find(KeyRecord record) =>
        Find(record.Encoded, WrappedDataKey.Of(record), record.CreatedAt);

    private OneOf<CachedKey, OpenRefusal> Find(ReadOnlySpan<byte> header, WrappedDataKey wrapped, Instant? createdAt)
    {
        _cache.RefuseIfDisposed();
        return _cache.TryFind(header, out var known) ? known : Prepare(header, wrapped, createdAt);
    }

    private OneOf<CachedKey, OpenRefusal> Prepare(
        ReadOnlySpan<byte> header, WrappedDataKey wrapped, Instant? createdAt) =>
        _cache.Prepare(header, wrapped, createdAt).TryPickT0(out var prepared, out var refusal) ? prepared
        : refusal is { } key ? OpenRefusal.Of(key)
        : new OpenRefusal(OpenRefusalKind.KeyNotAllowed);
}
