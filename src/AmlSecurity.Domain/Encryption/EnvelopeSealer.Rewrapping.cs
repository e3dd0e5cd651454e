using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption.Revocation;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Wrapping data keys anew.</content>
public sealed partial class EnvelopeSealer
{
    /// <summary>Wraps the data key of an envelope under the active version of a key.</summary>
    /// <param name="envelope">The envelope, or its header alone: the body is not read.</param>
    /// <param name="target">The key: that of this sealer in a newer state, or another that takes its place.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>
    /// The new header, in which one wrapped form takes the place of all those under either key, and others stay. It is
    /// the old header if that is the only form already; then the vault is not asked. Or why there is none.
    /// </returns>
    /// <remarks>
    /// A new header is given out only after the vault has unwrapped the data key from it. A data key under a
    /// compromised version is not wrapped anew, since it may be known: see
    /// <see cref="RecoverAsync(ReadOnlyMemory{byte}, EncryptionContext, CompromiseRecovery, CancellationToken)"/>.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<RewrappedHeader, OpenRefusal>> RewrapAsync(
        ReadOnlyMemory<byte> envelope, KeyRing target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!EnvelopeHeader.Read(envelope.Span).TryPickT0(out var header, out var fault))
        {
            return new(new OpenRefusal(OpenRefusalKind.Malformed, fault));
        }

        var old = envelope[..header.Length];
        var wrapped = WrappedDataKey.Of(header);
        return RewrapAsync(
            Find(old.Span, wrapped, createdAt: null),
            wrapped,
            target,
            (key, stanzas) => key is null ? new RewrappedHeader(false, old.ToArray(), old.Span)
                : EnvelopeKey.Attached(key, stanzas).TryPickT0(out var fresh, out _)
                    ? new RewrappedHeader(true, fresh.Header.ToArray(), old.Span)
                    : null,
            cancellation);
    }

    /// <summary>Wraps the data key of a key record under the active version of a key, for all its envelopes at
    /// once.</summary>
    /// <param name="record">The record.</param>
    /// <param name="target">The key: that of this sealer in a newer state, or another that takes its place.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The new record, made as for an envelope; or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public ValueTask<OneOf<RewrappedRecord, OpenRefusal>> RewrapAsync(
        KeyRecord record, KeyRing target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(target);
        return RewrapAsync(
            Find(record),
            WrappedDataKey.Of(record),
            target,
            (key, stanzas) => key is null ? new RewrappedRecord(false, record, record)
                : KeyRecord.Create(key, record.Scope, stanzas).TryPickT0(out var fresh, out _)
                    ? new RewrappedRecord(true, fresh, record)
                    : null,
            cancellation);
    }

    // To write is to make a header or record: for no data key the old one, and null where the data key is erased.
    private async ValueTask<OneOf<T, OpenRefusal>> RewrapAsync<T>(
        OneOf<CachedKey, OpenRefusal> found,
        WrappedDataKey wrapped,
        KeyRing target,
        Func<DataKey?, ImmutableArray<KeyStanza>, T?> write,
        CancellationToken cancellation)
        where T : class
    {
        var now = _clocks.Read().Wall;
        if (!target.ActiveVersion(now).TryPickT0(out var active, out var inactive))
        {
            return OpenRefusal.Of(inactive);
        }

        // A target that is older than this sealer's ring must not bring a version back.
        var source = Ring.KeyUri;
        if (source == target.KeyUri && Ring.UnwrapRefusal(active.Version, now) is { } revoked)
        {
            return OpenRefusal.Of(revoked);
        }

        var replaced = wrapped.Stanzas.RemoveAll(other => other.KeyUri != source && other.KeyUri != target.KeyUri);
        if (replaced is [var only] && KeyVersionId.Of(only) == active)
        {
            return write(null, wrapped.Stanzas)!;
        }

        if (!found.TryPickT0(out var place, out var unsound))
        {
            return unsound;
        }

        // Also a data key that another version wraps, too, may be known to who knows the compromised one.
        if (replaced.Any(one => Ring.IsCompromised(one) || target.IsCompromised(one)))
        {
            return OpenRefusal.Of(KeyRefusal.Compromised);
        }

        for (var tries = 0; tries < Tries; tries++)
        {
            var demand = await DemandAsync(place, cancellation).ConfigureAwait(false);
            if (!demand.TryPickT0(out var key, out var refusal))
            {
                return OpenRefusal.Of(refusal);
            }

            using var bytes = key.TryCopy();
            if (bytes is null)
            {
                continue;
            }

            var answer = await WrapVerifiedAsync(bytes, active, cancellation).ConfigureAwait(false);
            if (!answer.TryPickT0(out var stanza, out var failure))
            {
                return failure;
            }

            if (write(key, wrapped.Stanzas.RemoveRange(replaced.RemoveAt(0)).Replace(replaced[0], stanza)) is { } fresh)
            {
                return fresh;
            }
        }

        return new OpenRefusal(OpenRefusalKind.KeyErased);
    }

    // What has never been unwrapped may never be: it is tried before it takes the place of what works.
    private async ValueTask<OneOf<KeyStanza, OpenRefusal>> WrapVerifiedAsync(
        SecretBytes bytes, KeyVersionId version, CancellationToken cancellation)
    {
        var wrapped = await WrapAsync(bytes, version, cancellation).ConfigureAwait(false);
        if (!wrapped.TryPickT0(out var stanza, out var refusal))
        {
            return RefusalOf(refusal);
        }

        var unwrapped = await _vault.UnwrapAsync(stanza, cancellation).ConfigureAwait(false);
        if (!unwrapped.TryPickT0(out var again, out refusal))
        {
            return RefusalOf(refusal);
        }

        using (again)
        {
            return IsSame(bytes, again) ? stanza : new OpenRefusal(OpenRefusalKind.WrapNotVerified);
        }

        static OpenRefusal RefusalOf(KeyRefusal refusal) => refusal == KeyRefusal.Unsound
            ? new OpenRefusal(OpenRefusalKind.WrapNotVerified)
            : OpenRefusal.Of(refusal);
    }

    private static bool IsSame(SecretBytes bytes, SecretBytes? again)
    {
        if (again is null || !bytes.TryLease(out var one))
        {
            return false;
        }

        using (one)
        {
            if (!again.TryLease(out var other))
            {
                return false;
            }

            using (other)
            {
                return CryptographicOperations.FixedTimeEquals(one.Bytes, other.Bytes);
            }
        }
    }
}
