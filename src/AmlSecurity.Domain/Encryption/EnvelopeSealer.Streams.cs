using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Envelopes that come and go piece by piece.</content>
public sealed partial class EnvelopeSealer
{
    /// <summary>Begins to seal a plaintext that comes piece by piece.</summary>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The writer, to be disposed; or why the key does not seal.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<RevocableWriter, KeyRefusal>> BeginSealAsync(
        EncryptionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reason = SealRefusal.Erased;
        for (var lost = 0; lost < Tries;)
        {
            var found = await GetWritingKeyAsync(cancellation).ConfigureAwait(false);
            if (!found.TryPickT0(out var writing, out var refusal))
            {
                return refusal;
            }

            if (BeginSeal(writing.Key, context).TryPickT0(out var writer, out reason))
            {
                return new RevocableWriter(this, writing.Place, writer);
            }

            lost += IsUsedUp(reason) ? 0 : 1;
            Interlocked.CompareExchange(ref _writing, null, writing);
        }

        return RefusalOf(reason);
    }

    /// <summary>Begins to open an envelope whose body comes piece by piece.</summary>
    /// <param name="header">The header, exactly; <see cref="EnvelopeHeader.Length"/> says how long it is.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A reader of the body behind the header, to be disposed; or why it does not open.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<RevocableReader, OpenRefusal>> BeginOpenAsync(
        ReadOnlyMemory<byte> header, EncryptionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Find(header.Span).TryPickT0(out var place, out var unsound))
        {
            return unsound;
        }

        for (var tries = 1; ; tries++)
        {
            var demand = await DemandAsync(place, cancellation).ConfigureAwait(false);
            if (!demand.TryPickT0(out var key, out var denial))
            {
                return OpenRefusal.Of(denial);
            }

            if (Envelope.BeginOpen(header.Span, context, key).TryPickT0(out var reader, out var refusal))
            {
                return new RevocableReader(this, place, reader);
            }

            if (refusal.Kind != OpenRefusalKind.KeyErased || tries == Tries)
            {
                return refusal;
            }
        }
    }

    private OneOf<EnvelopeWriter, SealRefusal> BeginSeal(EnvelopeKey key, EncryptionContext context)
    {
        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        _salts.Next(salt);
        return Envelope.BeginSeal(key, context, salt, _clocks.Read().Wall);
    }
}
