using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Envelopes that come and go piece by piece.</content>
public static partial class Envelope
{
    /// <summary>Begins to seal a plaintext that comes piece by piece.</summary>
    /// <param name="key">The key.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="salt">The salt, 24 bytes from a <see cref="Secrets.SaltSource"/>, never used before under this
    /// key.</param>
    /// <param name="now">The time.</param>
    /// <returns>The writer, or why the key does not seal.</returns>
    /// <exception cref="ArgumentException">The salt has a wrong length.</exception>
    public static OneOf<EnvelopeWriter, SealRefusal> BeginSeal(
        EnvelopeKey key, EncryptionContext context, ReadOnlySpan<byte> salt, Instant now)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(context);
        if (salt.Length != Cobblestone256.SaltLength)
        {
            throw new ArgumentException("the salt has a wrong length", nameof(salt));
        }

        if (!key.DataKey.TryUse(out var use))
        {
            return SealRefusal.Erased;
        }

        using (use)
        {
            if (key.DataKey.Reserve(now, plaintextLength: 0) is { } refusal)
            {
                return refusal;
            }

            Span<byte> binding = stackalloc byte[BindingLength];
            var body = new Cobblestone256Writer(use.Hmac, Bind(key.DataKey.Id, context, binding), salt);
            return new EnvelopeWriter(key, body);
        }
    }

    /// <summary>Begins to open an envelope whose body comes piece by piece.</summary>
    /// <param name="header">The header, exactly; <see cref="EnvelopeHeader.Length"/> says how long it is.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="key">The data key.</param>
    /// <returns>A reader of the body, which begins behind the header; or why it does not open.</returns>
    public static OneOf<Cobblestone256Reader, OpenRefusal> BeginOpen(
        ReadOnlySpan<byte> header, EncryptionContext context, DataKey key)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        if (!CheckHeader(header, key).TryPickT0(out var headerLength, out var refusal))
        {
            return refusal;
        }

        if (headerLength != header.Length)
        {
            return new OpenRefusal(
                OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, headerLength));
        }

        if (!key.TryLease(out var lease))
        {
            return new OpenRefusal(OpenRefusalKind.KeyErased);
        }

        using (lease)
        {
            Span<byte> binding = stackalloc byte[BindingLength];
            return new Cobblestone256Reader(Cobblestone256.NewHmac(lease.Bytes), Bind(key.Id, context, binding));
        }
    }
}
