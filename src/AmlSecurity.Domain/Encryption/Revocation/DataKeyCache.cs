using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>Carries out what <see cref="KeyCacheMachine"/> decides: asks the vault, keeps keys, erases them.</summary>
/// <remarks>
/// It keeps the keys that were used last, up to its capacity; one that the vault is being asked about, or that someone
/// waits for, stays beyond it: else more callers at a time than places would take the keys from each other for ever.
/// Clocks are read under the lock, so that events are applied in the order of their times; the vault is never called
/// under it. Safe for concurrent use.
/// </remarks>
internal sealed partial class DataKeyCache : IDisposable
{
    // A vault that takes longer to answer than a key lives never gives one.
    private const int MaximumAnswers = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], CachedKey> _keys = new(new HeaderComparer());
    private readonly Dictionary<byte[], CachedKey>.AlternateLookup<ReadOnlySpan<byte>> _byHeader;
    private readonly LinkedList<CachedKey> _lastUsedFirst = new();
    private readonly IKeyVault _vault;
    private readonly Clocks _clocks;
    private readonly RevocationWindow _window;
    private readonly int _capacity;
    private readonly DataKeyLimits _limits;
    private KeyRing _ring;
    private int _revision;
    private bool _isDisposed;

    public DataKeyCache(
        IKeyVault vault, KeyRing ring, Clocks clocks, RevocationWindow window, int capacity, DataKeyLimits limits)
    {
        _vault = vault;
        _ring = ring;
        _clocks = clocks;
        _window = window;
        _capacity = capacity;
        _limits = limits;
        _byHeader = _keys.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Gets the ring that says which versions may be asked for.</summary>
    public KeyRing Ring => Volatile.Read(ref _ring);

    /// <summary>Gets how many keys have a place, whether or not they are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>Gets when to call <see cref="RefreshDueAsync"/>; null if there is nothing to come back for.</summary>
    public Moment? WakeAt
    {
        get
        {
            lock (_gate)
            {
                Moment? earliest = null;
                foreach (var key in _keys.Values)
                {
                    if (key.WakeAt is { } next)
                    {
                        earliest = earliest?.Earlier(next) ?? next;
                    }
                }

                return earliest;
            }
        }
    }

    /// <summary>Throws if it is disposed of.</summary>
    /// <exception cref="ObjectDisposedException">It is.</exception>
    public void RefuseIfDisposed() =>
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed), typeof(EnvelopeSealer));

    public bool TryFind(ReadOnlySpan<byte> header, out CachedKey key)
    {
        lock (_gate)
        {
            return _byHeader.TryGetValue(header, out key!);
        }
    }

    /// <summary>Finds out which of the wrapped forms of a data key may be asked for: the first two that the ring has
    /// nothing against.</summary>
    /// <returns>The place for the key, or why there is none; null if no form is under the ring's key.</returns>
    public OneOf<CachedKey, KeyRefusal?> Prepare(
        ReadOnlySpan<byte> header, WrappedDataKey wrapped, Instant? createdAt)
    {
        lock (_gate)
        {
            return PrepareUnderLock(header.ToArray(), wrapped, createdAt ?? _clocks.Read().Wall);
        }
    }

    /// <summary>Asks for the key for one operation.</summary>
    /// <returns>The key, which the operation uses at once; or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The caller does not wait any longer; the question to the vault goes
    /// on.</exception>
    /// <exception cref="ObjectDisposedException">The cache is disposed of.</exception>
    public ValueTask<OneOf<DataKey, KeyRefusal>> DemandAsync(CachedKey wanted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var demand = Demand(wanted, hasWaited: false);
        return demand.Key is { } key ? new(key) : WaitAsync(demand, cancellation);
    }

    /// <summary>Takes the key for one operation if it is in memory and may be used.</summary>
    public DataKey? TryUse(CachedKey wanted)
    {
        KeyDemand demand;
        lock (_gate)
        {
            var isLive = wanted.Place is not null && KeyCacheMachine.IsLive(wanted.State, _clocks.Read(), _window);
            demand = isLive ? DemandUnderLock(wanted) : default;
        }

        Send(demand);
        return demand.Key;
    }

    /// <summary>Takes in a key that was made here and wrapped by the vault. It is disposed of if the wrap came too late
    /// or the ring has turned against it meanwhile.</summary>
    public CachedKey Add(byte[] header, DataKey key, KeyStanza stanza, Moment sent)
    {
        lock (_gate)
        {
            var now = _clocks.Read();
            var added = new CachedKey(
                header, new WrappedDataKey(key.Id, [stanza]), key.CreatedAt, [stanza], _revision);
            if (!_isDisposed
                && RefusalOf(stanza, now.Wall) is null
                && Apply(Attach(added), KeyCacheEvent.Wrapped(now, 0, sent)).Verdict == KeyCacheVerdict.Kept)
            {
                added.Key = key;
            }
            else
            {
                key.Dispose();
            }

            return added;
        }
    }

    /// <summary>Erases what has expired and asks for what is in use and about to expire.</summary>
    public Task RefreshDueAsync()
    {
        List<(CachedKey Key, KeyFlight? Flight)> due = [];
        lock (_gate)
        {
            var now = _clocks.Read();
            foreach (var key in _keys.Values.ToList())
            {
                var step = Apply(key, KeyCacheEvent.RefreshDue(now));
                if (step.Sends)
                {
                    due.Add((key, step.Next.Flight));
                }
                else if (key.State is { Grant: null, Flight: null })
                {
                    Evict(key, now, refusal: null);
                }
            }
        }

        return Task.WhenAll(due.Select(one => FlyAsync(one.Key, one.Flight)));
    }

    /// <summary>Erases every key, and tells those who wait why.</summary>
    public void GiveUp(KeyRefusal refusal)
    {
        lock (_gate)
        {
            var now = _clocks.Read();
            foreach (var key in _keys.Values.ToList())
            {
                Evict(key, now, refusal);
            }
        }
    }

    /// <summary>Goes by another ring from now on. Every key under a version that it refuses is given up at
    /// once.</summary>
    /// <returns><see langword="false"/> if the ring to be replaced has been replaced meanwhile.</returns>
    public bool TryAdopt(KeyRing ring, KeyRing? replacing)
    {
        lock (_gate)
        {
            if (replacing is not null && replacing != _ring)
            {
                return false;
            }

            Volatile.Write(ref _ring, ring);
            _revision++;
            var now = _clocks.Read();
            foreach (var key in _keys.Values.ToList())
            {
                var refusals = key.Stanzas.Select(stanza => RefusalOf(stanza, now.Wall)).ToList();
                foreach (var (version, refusal) in refusals.Index().Where(one => one.Item is not null))
                {
                    Apply(key, KeyCacheEvent.Revoked(now, version, refusal!.Value));
                }

                // The machine does not remember what was revoked: the place goes, so that it is not asked about again.
                // The other form, if there is one, is found when the header is looked up anew.
                if (refusals.Any(refusal => refusal is not null))
                {
                    Evict(key, now, refusals.All(refusal => refusal is not null) ? refusals[0] : null);
                }
            }

            return true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            var now = _clocks.Read();
            foreach (var key in _keys.Values.ToList())
            {
                Evict(key, now, refusal: null);
            }
        }
    }

    private KeyDemand Demand(CachedKey wanted, bool hasWaited)
    {
        KeyDemand demand;
        lock (_gate)
        {
            wanted.Waiting -= hasWaited ? 1 : 0;
            demand = DemandUnderLock(wanted);
            if (demand.Answer is not null)
            {
                demand.Place.Waiting++;
            }

            Trim();
        }

        Send(demand);
        return demand;
    }

    private void Leave(CachedKey place)
    {
        lock (_gate)
        {
            place.Waiting--;
            Trim();
        }
    }

    private async ValueTask<OneOf<DataKey, KeyRefusal>> WaitAsync(KeyDemand demand, CancellationToken cancellation)
    {
        for (var answers = 1; demand.Answer is { } answer; answers++)
        {
            KeyRefusal? refusal;
            try
            {
                refusal = await answer.WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch
            {
                Leave(demand.Place);
                throw;
            }

            if (refusal is not null || answers == MaximumAnswers)
            {
                Leave(demand.Place);
                return refusal ?? KeyRefusal.Unreachable;
            }

            demand = Demand(demand.Place, hasWaited: true);
            if (demand.Key is { } key)
            {
                return key;
            }
        }

        return demand.Refusal;
    }
}
