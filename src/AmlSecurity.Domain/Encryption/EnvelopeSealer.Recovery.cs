using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>What is done when a key is not to be trusted any more.</content>
public sealed partial class EnvelopeSealer
{
    /// <summary>Encrypts the data of an envelope anew: under another data key, the active version and the same
    /// context.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Another envelope of the same data, or why the old one does not open or the key does not seal.</returns>
    /// <remarks>For a data key that may be known. Where only the wrapping is old, wrapping anew is enough.</remarks>
    /// <exception cref="ArgumentException">The plaintext is too long for any data key.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<byte[], OpenRefusal>> ReencryptAsync(
        ReadOnlyMemory<byte> envelope, EncryptionContext context, CancellationToken cancellation)
    {
        var opened = await OpenAsync(envelope, context, cancellation).ConfigureAwait(false);
        if (!opened.TryPickT0(out var plaintext, out var refusal))
        {
            return refusal;
        }

        try
        {
            var old = EnvelopeHeader.Read(envelope.Span).Expect().DataKeyId;
            var outcome = await SealAsync(plaintext, context, old, cancellation).ConfigureAwait(false);
            return outcome.TryPickT0(out var anew, out var inactive) ? anew : OpenRefusal.Of(inactive);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>Opens an envelope under a compromised version, within a recovery.</summary>
    /// <param name="envelope">The envelope, whole, with its wrapped data key.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="recovery">The recovery; <see cref="KeyRing.OpenRecovery"/> makes it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What came of it, with what is to be written into the audit log; or why the vault was not
    /// asked.</returns>
    /// <remarks>An attempt whose wait is cancelled tells no use: write the recovery into the audit log when it opens.
    /// The data key is not kept. Seal the plaintext anew: who knows the compromised version knows the old
    /// data key.</remarks>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<RecoveredEnvelope, OpenRefusal>> RecoverAsync(
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        CompromiseRecovery recovery,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(recovery);
        return EnvelopeHeader.Read(envelope.Span).TryPickT0(out var header, out var fault)
            ? RecoverAsync(envelope, context, WrappedDataKey.Of(header), record: null, recovery, cancellation)
            : new(new OpenRefusal(OpenRefusalKind.Malformed, fault));
    }

    /// <summary>Opens a detached envelope under a compromised version, within a recovery.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="record">The record of its data key.</param>
    /// <param name="recovery">The recovery; <see cref="KeyRing.OpenRecovery"/> makes it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What came of it, with what is to be written into the audit log; or why the vault was not
    /// asked.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<RecoveredEnvelope, OpenRefusal>> RecoverAsync(
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        KeyRecord record,
        CompromiseRecovery recovery,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(recovery);
        return RefusalOf(envelope.Span, record) is { } refusal
            ? new(refusal)
            : RecoverAsync(envelope, context, WrappedDataKey.Of(record), record, recovery, cancellation);
    }

    private async ValueTask<OneOf<RecoveredEnvelope, OpenRefusal>> RecoverAsync(
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        WrappedDataKey wrapped,
        KeyRecord? record,
        CompromiseRecovery recovery,
        CancellationToken cancellation)
    {
        _cache.RefuseIfDisposed();
        var now = _clocks.Read().Wall;
        if (recovery.Key.KeyUri != Ring.KeyUri || !recovery.IsOpenAt(now))
        {
            return new OpenRefusal(OpenRefusalKind.RecoveryClosed);
        }

        if (wrapped.Stanzas.FirstOrDefault(one => KeyVersionId.Of(one) == recovery.Key) is not { } stanza)
        {
            return new OpenRefusal(OpenRefusalKind.KeyNotAllowed);
        }

        var answer = await AskAsync(stanza, cancellation).ConfigureAwait(false);
        var opened = answer.TryPickT0(out var bytes, out var refusal)
            ? Open(envelope, context, wrapped.Id, record, bytes)
            : OpenRefusal.Of(refusal);
        return new RecoveredEnvelope(opened, new RecoveryUse(recovery, wrapped.Id, now, opened.IsT0));
    }

    // What the port throws counts as no answer, so that the attempt is told.
    private async ValueTask<OneOf<SecretBytes, KeyRefusal>> AskAsync(
        KeyStanza stanza, CancellationToken cancellation)
    {
        try
        {
            return await _vault.UnwrapAsync(stanza, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A port may throw anything.
        catch (Exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return KeyRefusal.Unreachable;
        }
    }

    private OneOf<ReadOnlyMemory<byte>, OpenRefusal> Open(
        ReadOnlyMemory<byte> envelope,
        EncryptionContext context,
        DataKeyId id,
        KeyRecord? record,
        SecretBytes? bytes)
    {
        using (bytes)
        {
            using var key = DataKeyRecovery.Accept(bytes, id, _clocks.Read().Wall);
            if (key is null || (record is not null && KeyBlock.Check(record.Encoded, key) is not null))
            {
                return default(OpenRefusal);
            }

            var plaintext = NewPlaintext(envelope.Span);
            var outcome = Envelope.Open(envelope.Span, context, key, plaintext);
            return outcome.TryPickT0(out _, out var refusal) ? (ReadOnlyMemory<byte>)plaintext : refusal;
        }
    }
}
