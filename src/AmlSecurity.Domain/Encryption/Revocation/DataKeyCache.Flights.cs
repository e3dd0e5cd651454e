using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption.Revocation;

/// <content>The questions to the vault and their answers.</content>
internal sealed partial class DataKeyCache
{
    // A key that does not fit its header is none, and neither is the zero key, which everybody knows.
    private OneOf<DataKey, KeyRefusal> Accept(CachedKey key, OneOf<SecretBytes, KeyRefusal> answer)
    {
        if (!answer.TryPickT0(out var bytes, out var refusal))
        {
            return refusal;
        }

        using (bytes)
        {
            if (DataKeyRecovery.Accept(bytes, key.Wrapped.Id, key.CreatedAt, _limits) is not { } accepted)
            {
                return KeyRefusal.Unsound;
            }

            if (KeyBlock.Check(key.Header, accepted) is null)
            {
                accepted.RememberVerified(key.Header);
                return accepted;
            }

            accepted.Dispose();
            return KeyRefusal.Unsound;
        }
    }

    private void Send(KeyDemand demand) => _ = FlyAsync(demand.Place, demand.Sends);

    // Runs to its end whoever waits, and never throws: what the vault throws reaches those who wait.
    private async Task FlyAsync(CachedKey key, KeyFlight? flight)
    {
        while (flight is { } sent)
        {
            OneOf<SecretBytes, KeyRefusal> answer;
            Exception? thrown = null;
            try
            {
                answer = await _vault.UnwrapAsync(key.Stanzas[sent.Version], CancellationToken.None)
                    .ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A port may throw anything; it counts as no answer.
            catch (Exception error)
#pragma warning restore CA1031
            {
                answer = KeyRefusal.Unreachable;
                thrown = error;
            }

            flight = Land(key, sent.Attempt, Accept(key, answer), thrown);
        }
    }

    private KeyFlight? Land(CachedKey key, int attempt, OneOf<DataKey, KeyRefusal> answer, Exception? thrown)
    {
        lock (_gate)
        {
            var now = _clocks.Read();
            var isKey = answer.TryPickT0(out var arrived, out var refusal);
            var step = Apply(key, isKey
                ? KeyCacheEvent.Succeeded(now, attempt)
                : KeyCacheEvent.Refused(now, attempt, refusal));
            if (step.Verdict == KeyCacheVerdict.Kept && key.Key is null)
            {
                key.Key = arrived;
            }
            else if (isKey)
            {
                arrived.Dispose();
            }

            if (step.Next.Flight is null)
            {
                var isRefused = step.Verdict == KeyCacheVerdict.Refused;
                Tell(key, isRefused ? step.Refusal : null, thrown);

                // Headers that open nothing must not take the places of those that do.
                if (isRefused && key is { Place: not null, State.Grant: null })
                {
                    Evict(key, now, refusal: null);
                }

                Trim();
            }

            return step.Sends ? step.Next.Flight : null;
        }
    }
}
