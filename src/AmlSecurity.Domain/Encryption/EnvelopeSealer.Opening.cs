using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption.Revocation;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Opening whole envelopes.</content>
public sealed partial class EnvelopeSealer
{
    /// <summary>Opens an envelope that carries its wrapped data key.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The plaintext, or why it does not open.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<byte[], OpenRefusal>> OpenAsync(
        ReadOnlyMemory<byte> envelope, EncryptionContext context, CancellationToken cancellation)
    {
        var plaintext = NewPlaintext(envelope.Span);
        var outcome = await OpenAsync(envelope, context, plaintext, cancellation).ConfigureAwait(false);
        return outcome.TryPickT0(out _, out var refusal) ? plaintext : refusal;
    }

    /// <summary>Opens an envelope that carries its wrapped data key, into a buffer of the caller.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the envelope.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The length of the plaintext, or why it does not open; then the destination is erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the buffers overlap.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<int, OpenRefusal>> OpenAsync(
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        Memory<byte> plaintext,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        Cobblestone256.RefuseOverlap(envelope.Span, plaintext.Span);
        return OpenAsync(Find(envelope.Span), envelope, context, plaintext, cancellation);
    }

    /// <summary>Opens a detached envelope.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="record">The record of the one data key that it may be under.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The plaintext, or why it does not open.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<byte[], OpenRefusal>> OpenAsync(
        ReadOnlyMemory<byte> envelope, EncryptionContext context, KeyRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(record);
        var plaintext = NewPlaintext(envelope.Span);
        var found = RefusalOf(envelope.Span, record) is { } unsound ? unsound : Find(record);
        var outcome = await OpenAsync(found, envelope, context, plaintext, cancellation).ConfigureAwait(false);
        return outcome.TryPickT0(out _, out var refusal) ? plaintext : refusal;
    }

    private static byte[] NewPlaintext(ReadOnlySpan<byte> envelope)
    {
        Envelope.TryGetPlaintextLength(envelope, out var length);
        return new byte[length];
    }

    // A detached envelope may be under the data key of the record that the caller has for it, and no other.
    private static OpenRefusal? RefusalOf(ReadOnlySpan<byte> envelope, KeyRecord record) =>
        !EnvelopeHeader.Read(envelope).TryPickT0(out var header, out var fault)
            ? new OpenRefusal(OpenRefusalKind.Malformed, fault)
            : header.IsDetached && header.DataKeyId == record.DataKeyId
                ? null
                : new OpenRefusal(OpenRefusalKind.KeyNotAllowed);

    private async ValueTask<OneOf<int, OpenRefusal>> OpenAsync(
        OneOf<CachedKey, OpenRefusal> found,
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        Memory<byte> plaintext,
        CancellationToken cancellation)
    {
        if (!found.TryPickT0(out var place, out var unsound))
        {
            CryptographicOperations.ZeroMemory(plaintext.Span);
            return unsound;
        }

        for (var tries = 1; ; tries++)
        {
            var demand = await DemandAsync(place, cancellation).ConfigureAwait(false);
            if (!demand.TryPickT0(out var key, out var refusal))
            {
                CryptographicOperations.ZeroMemory(plaintext.Span);
                return OpenRefusal.Of(refusal);
            }

            var outcome = Envelope.Open(envelope.Span, context, key, plaintext.Span);
            if (outcome.IsT0 || outcome.AsT1.Kind != OpenRefusalKind.KeyErased || tries == Tries)
            {
                return outcome;
            }
        }
    }
}
