using AmlSecurity.Domain.Encryption.Revocation;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Sealing: the data key to write with is made when it is needed, wrapped once, and kept.</content>
public sealed partial class EnvelopeSealer
{
    private WritingKey? _writing;
    private WritingKeyMaking? _making;

    /// <summary>Seals a plaintext under the active version of the key.</summary>
    /// <param name="plaintext">The plaintext, of at most as many bytes as the limits of a data key allow.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The envelope, which carries its wrapped data key; or why the key does not seal.</returns>
    /// <exception cref="ArgumentException">The plaintext is too long for any data key.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<byte[], KeyRefusal>> SealAsync(
        ReadOnlyMemory<byte> plaintext, EncryptionContext context, CancellationToken cancellation) =>
        SealAsync(plaintext, context, notUnder: null, cancellation);

    /// <summary>Makes a data key for many detached envelopes.</summary>
    /// <param name="scope">What it is for, 1 to <see cref="KeyRecord.MaximumScopeLength"/> bytes of UTF-8.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The record that holds the wrapped data key, to be stored; or why the key does not wrap.</returns>
    /// <exception cref="ArgumentException">The scope is out of bounds.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<KeyRecord, KeyRefusal>> CreateKeyRecordAsync(
        string scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _cache.RefuseIfDisposed();
        var sent = _clocks.Read();
        using var dataKey = DataKey.Generate(_random, sent.Wall, _limits);
        if (!Ring.ActiveVersion(sent.Wall).TryPickT0(out var version, out var refusal))
        {
            return refusal;
        }

        using var bytes = dataKey.TryCopy();
        var wrapped = await WrapAsync(bytes, version, cancellation).ConfigureAwait(false);
        return wrapped.TryPickT0(out var stanza, out refusal)
            ? KeyRecord.Create(dataKey, scope, stanza).Expect()
            : refusal;
    }

    /// <summary>Seals a plaintext in a detached envelope.</summary>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="record">The record of its data key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The envelope, which only names its data key; or why the key does not seal:
    /// <see cref="KeyRefusal.Forbidden"/> if the record is not under this sealer's key,
    /// <see cref="KeyRefusal.Retired"/> 24 hours after the record was created.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<byte[], KeyRefusal>> SealAsync(
        ReadOnlyMemory<byte> plaintext, EncryptionContext context, KeyRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(record);
        if (!Find(record).TryPickT0(out var place, out var unsound))
        {
            return unsound.Key ?? KeyRefusal.Forbidden;
        }

        for (var tries = 1; ; tries++)
        {
            var demand = await DemandAsync(place, cancellation).ConfigureAwait(false);
            if (!demand.TryPickT0(out var key, out var refusal))
            {
                return refusal;
            }

            var outcome = Seal(EnvelopeKey.Detached(key), context, plaintext.Span);
            if (outcome.TryPickT0(out var envelope, out var reason))
            {
                return envelope;
            }

            if (reason != SealRefusal.Erased || tries == Tries)
            {
                return RefusalOf(reason);
            }
        }
    }

    private async ValueTask<OneOf<byte[], KeyRefusal>> SealAsync(
        ReadOnlyMemory<byte> plaintext, EncryptionContext context, DataKeyId? notUnder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (plaintext.Length > _limits.Bytes)
        {
            throw new ArgumentException("the plaintext is longer than a data key may write", nameof(plaintext));
        }

        var reason = SealRefusal.Erased;
        for (var lost = 0; lost < Tries;)
        {
            var writer = await GetWritingKeyAsync(cancellation).ConfigureAwait(false);
            if (!writer.TryPickT0(out var writing, out var refusal))
            {
                return refusal;
            }

            // A data key that is used up, given up or unwanted is left behind for a new one.
            if (notUnder != writing.Key.DataKey.Id)
            {
                if (Seal(writing.Key, context, plaintext.Span).TryPickT0(out var envelope, out reason))
                {
                    return envelope;
                }

                lost += IsUsedUp(reason) ? 0 : 1;
            }

            Interlocked.CompareExchange(ref _writing, null, writing);
        }

        return RefusalOf(reason);
    }

    /// <summary>Says what it means for a caller that a data key does not seal.</summary>
    internal static KeyRefusal RefusalOf(SealRefusal reason) =>
        reason == SealRefusal.Erased ? KeyRefusal.Unreachable : KeyRefusal.Retired;

    // What others have used up has served someone, so that trying again comes to an end; all else may go on for ever.
    private static bool IsUsedUp(SealRefusal reason) =>
        reason is SealRefusal.UsedForTooManyMessages or SealRefusal.UsedForTooManyBytes;

    private OneOf<byte[], SealRefusal> Seal(EnvelopeKey key, EncryptionContext context, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        _salts.Next(salt);
        var envelope = new byte[Envelope.SealedLength(key, plaintext.Length)];
        return Envelope.Seal(key, context, salt, plaintext, _clocks.Read().Wall, envelope)
            .TryPickT0(out _, out var refusal)
                ? envelope
                : refusal;
    }

    // The data key at hand if it is under the active version and may be used; else a new one, made once for all.
    private async ValueTask<OneOf<WritingKey, KeyRefusal>> GetWritingKeyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            _cache.RefuseIfDisposed();
            if (!Ring.ActiveVersion(_clocks.Read().Wall).TryPickT0(out var active, out var refusal))
            {
                return refusal;
            }

            var seen = Volatile.Read(ref _writing);
            if (seen is not null && seen.Version == active && _cache.TryUse(seen.Place) is not null)
            {
                return seen;
            }

            var own = new WritingKeyMaking(active);
            var making = Interlocked.CompareExchange(ref _making, own, null) ?? own;
            if (making == own)
            {
                _ = MakeAsync(own, seen);
            }

            if (making.Version == active)
            {
                return await making.Task.WaitAsync(cancellation).ConfigureAwait(false);
            }

            // What comes of another version is for those who asked under it.
            await ((Task)making.Task).WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Runs to its end whoever waits, and never throws: what the vault throws reaches those who wait.
    private async Task MakeAsync(WritingKeyMaking making, WritingKey? seen)
    {
        try
        {
            // Whoever looked before another one was done, and asks after that, gets what was made meanwhile.
            OneOf<WritingKey, KeyRefusal> made =
                Volatile.Read(ref _writing) is { } fresh && fresh != seen && fresh.Version == making.Version
                    ? fresh
                    : await MakeAsync(making.Version).ConfigureAwait(false);
            if (made.TryPickT0(out var writing, out _))
            {
                Volatile.Write(ref _writing, writing);
            }

            Volatile.Write(ref _making, null);
            making.SetResult(made);
        }
#pragma warning disable CA1031 // A port may throw anything.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _making, null);
            making.SetException(error);
            _ = making.Task.Exception;
        }
    }

    private async ValueTask<OneOf<WritingKey, KeyRefusal>> MakeAsync(KeyVersionId version)
    {
        var sent = _clocks.Read();
        var dataKey = DataKey.Generate(_random, sent.Wall, _limits);
        using var bytes = dataKey.TryCopy();
        var wrapped = await WrapAsync(bytes, version, CancellationToken.None).ConfigureAwait(false);
        if (!wrapped.TryPickT0(out var stanza, out var refusal))
        {
            dataKey.Dispose();
            return refusal;
        }

        // The cache takes over the data key, and gives it up when it must.
        var key = EnvelopeKey.Attached(dataKey, stanza).Expect();
        return new WritingKey(key, version, _cache.Add(key.Header.ToArray(), dataKey, stanza, sent));
    }

    private async ValueTask<OneOf<KeyStanza, KeyRefusal>> WrapAsync(
        SecretBytes? bytes, KeyVersionId version, CancellationToken cancellation)
    {
        if (bytes is null)
        {
            return KeyRefusal.Unreachable;
        }

        var answer = await _vault.WrapAsync(version, bytes, cancellation).ConfigureAwait(false);
        return !answer.TryPickT0(out var stanza, out var refusal) ? refusal
            : IsOf(stanza, version) ? stanza
            : KeyRefusal.Unsound;
    }

    // An answer for another version than asked for would be named wrongly for ever.
    private static bool IsOf(KeyStanza? stanza, KeyVersionId version) =>
        stanza is not null && KeyVersionId.Of(stanza) == version;
}
