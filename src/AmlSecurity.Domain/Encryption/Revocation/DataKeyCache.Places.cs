using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption.Revocation;

/// <content>The bookkeeping: everything here is called under the lock.</content>
internal sealed partial class DataKeyCache
{
    // Those who wait for the vault ask again, unless they are told a refusal.
    private static void Tell(CachedKey key, KeyRefusal? refusal, Exception? thrown)
    {
        var answer = key.Answer;
        key.Answer = null;
        if (thrown is null || refusal is null)
        {
            answer?.SetResult(refusal);
        }
        else if (answer is not null)
        {
            answer.SetException(thrown);

            // All who waited may have gone: then nobody looks at it, which must not disturb the process.
            _ = answer.Task.Exception;
        }
    }

    // A place that was lost under another ring is one no more: which forms may be asked for is found out anew.
    private KeyDemand DemandUnderLock(CachedKey wanted)
    {
        RefuseIfDisposed();
        if (wanted.Place is null && wanted.Revision != _revision)
        {
            var prepared = PrepareUnderLock(wanted.Header, wanted.Wrapped, wanted.CreatedAt);
            if (!prepared.TryPickT0(out wanted, out var refusal))
            {
                return new KeyDemand(wanted, Refusal: refusal ?? KeyRefusal.Forbidden);
            }
        }

        var place = Attach(wanted);
        var step = Apply(place, KeyCacheEvent.Demanded(_clocks.Read()));
        var sends = step.Sends ? step.Next.Flight : null;
        if (step.Verdict == KeyCacheVerdict.Admitted)
        {
            return new KeyDemand(place, place.Key, Sends: sends);
        }

        place.Answer ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return new KeyDemand(place, Answer: place.Answer.Task, Sends: sends);
    }

    // The first two forms that the ring has nothing against; null if none is under the ring's key.
    private OneOf<CachedKey, KeyRefusal?> PrepareUnderLock(byte[] header, WrappedDataKey wrapped, Instant createdAt)
    {
        var now = _clocks.Read().Wall;
        var own = wrapped.Stanzas.Where(stanza => stanza.KeyUri == _ring.KeyUri).ToList();
        var sound = own.Where(stanza => RefusalOf(stanza, now) is null)
            .Take(DataKeyRecovery.MaximumUnwraps)
            .ToImmutableArray();
        return sound.IsEmpty
            ? own.Select(stanza => RefusalOf(stanza, now)).FirstOrDefault()
            : new CachedKey(header, wrapped, createdAt, sound, _revision);
    }

    private KeyCacheStep Apply(CachedKey key, in KeyCacheEvent happened)
    {
        var step = KeyCacheMachine.Apply(key.State, happened, _window);
        key.State = step.Next;
        key.WakeAt = step.WakeAt;
        if (step.Zeroes)
        {
            key.Key?.Dispose();
            key.Key = null;
        }

        return step;
    }

    private KeyRefusal? RefusalOf(KeyStanza stanza, Instant now) => _ring.UnwrapRefusal(stanza.KeyVersion, now);

    // Puts the key first in the order of use; whoever has the same header has the same place.
    private CachedKey Attach(CachedKey wanted)
    {
        if (wanted.Place is not { } place)
        {
            if (!_keys.TryAdd(wanted.Header, wanted))
            {
                return Attach(_keys[wanted.Header]);
            }

            wanted.Place = _lastUsedFirst.AddFirst(wanted);
            Trim();
        }
        else if (_lastUsedFirst.First != place)
        {
            _lastUsedFirst.Remove(place);
            _lastUsedFirst.AddFirst(place);
        }

        return wanted;
    }

    private void Trim()
    {
        for (var place = _lastUsedFirst.Last; place is not null && _keys.Count > _capacity;)
        {
            var before = place.Previous;
            if (place.Value is { State.Flight: null, Waiting: 0 } && before is not null)
            {
                Evict(place.Value, _clocks.Read(), refusal: null);
            }

            place = before;
        }
    }

    private void Evict(CachedKey key, Moment now, KeyRefusal? refusal)
    {
        _keys.Remove(key.Header);
        if (key.Place is { } place)
        {
            _lastUsedFirst.Remove(place);
            key.Place = null;
        }

        Apply(key, KeyCacheEvent.Evicted(now));
        Tell(key, refusal, thrown: null);
    }
}
