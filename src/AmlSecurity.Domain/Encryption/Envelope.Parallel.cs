using System.Security.Cryptography;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>The path for large buffers: the same envelopes, sealed and opened on several threads.</content>
public static partial class Envelope
{
    /// <summary>Seals a plaintext on several threads of the pool.</summary>
    /// <param name="key">The key.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="salt">The salt, 24 bytes from a <see cref="Secrets.SaltSource"/>, never used before under this
    /// key.</param>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="now">The time.</param>
    /// <param name="envelope">Where it goes, of exactly <see cref="SealedLength"/> bytes; not over the
    /// plaintext.</param>
    /// <param name="degree">The most threads, 1 or more.</param>
    /// <returns>The length of the envelope, or why the key does not seal.</returns>
    /// <exception cref="ArgumentException">A length is wrong, or the buffers overlap.</exception>
    public static OneOf<int, SealRefusal> SealInParallel(
        EnvelopeKey key,
        EncryptionContext context,
        ReadOnlySpan<byte> salt,
        ReadOnlyMemory<byte> plaintext,
        Instant now,
        Memory<byte> envelope,
        int degree)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (envelope.Length != SealedLength(key, plaintext.Length))
        {
            throw new ArgumentException("the destination is not exactly as long as the envelope", nameof(envelope));
        }

        if (!key.DataKey.TryUse(out var use))
        {
            return SealRefusal.Erased;
        }

        using (use)
        {
            if (key.DataKey.Reserve(now, plaintext.Length) is { } refusal)
            {
                return refusal;
            }

            Span<byte> binding = stackalloc byte[BindingLength];
            var bound = Bind(key.DataKey.Id, context, binding);
            Cobblestone256.EncryptInParallel(use.Hmac, bound, salt, plaintext, envelope[key.Header.Length..], degree);
            key.Header.CopyTo(envelope.Span);
            return envelope.Length;
        }
    }

    /// <summary>Opens an envelope with its data key on several threads of the pool.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="key">The data key.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the envelope.</param>
    /// <param name="degree">The most threads, 1 or more.</param>
    /// <returns>The length of the plaintext, or why it does not open; then the destination is erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the buffers overlap.</exception>
    public static OneOf<int, OpenRefusal> OpenInParallel(
        ReadOnlyMemory<byte> envelope, EncryptionContext context, DataKey key, Memory<byte> plaintext, int degree)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        Cobblestone256.RefuseOverlap(envelope.Span, plaintext.Span);
        if (!CheckHeader(envelope.Span, key).TryPickT0(out var headerLength, out var refusal))
        {
            CryptographicOperations.ZeroMemory(plaintext.Span);
            return refusal;
        }

        if (!key.TryUse(out var use))
        {
            CryptographicOperations.ZeroMemory(plaintext.Span);
            return new OpenRefusal(OpenRefusalKind.KeyErased);
        }

        using (use)
        {
            Span<byte> binding = stackalloc byte[BindingLength];
            var bound = Bind(key.Id, context, binding);
            var body = envelope[headerLength..];
            return Cobblestone256.TryDecryptInParallel(use.Hmac, bound, body, plaintext, degree, out var written)
                ? written
                : default(OpenRefusal);
        }
    }
}
