using System.Security.Cryptography;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Seals data under a data key that is itself wrapped, and opens it again.</summary>
/// <remarks>
/// <code>
/// envelope   preamble (28) || key block, unless detached || body
/// body       Cobblestone-256 under the data key, bound to: "amlsec/envelope/v1\0" || suite || data key id || context
/// </code>
/// The body binds the data key and the context, not the stanzas, which the MAC of the key block binds to the data key;
/// hence wrapping anew never touches the body. <c>docs/envelope-format.md</c> is enough to implement from. Safe for
/// concurrent use.
/// </remarks>
public static partial class Envelope
{
    private const int BindingLength = 19 + 1 + DataKeyId.Length;

    private static ReadOnlySpan<byte> Label => "amlsec/envelope/v1\0"u8;

    /// <summary>Gets the length of the envelope of a plaintext.</summary>
    /// <param name="key">The key.</param>
    /// <param name="plaintextLength">The length of the plaintext.</param>
    /// <returns>The length of the envelope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or too great.</exception>
    public static long SealedLength(EnvelopeKey key, long plaintextLength)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Header.Length + Cobblestone256.CiphertextLength(plaintextLength);
    }

    /// <summary>Seals a plaintext.</summary>
    /// <param name="key">The key.</param>
    /// <param name="context">What the envelope belongs to.</param>
    /// <param name="salt">The salt, 24 bytes from a <see cref="Secrets.SaltSource"/>, never used before under this
    /// key.</param>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="now">The time.</param>
    /// <param name="envelope">Where it goes, of exactly <see cref="SealedLength"/> bytes; not over the
    /// plaintext.</param>
    /// <returns>The length of the envelope, or why the key does not seal.</returns>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    public static OneOf<int, SealRefusal> Seal(
        EnvelopeKey key,
        EncryptionContext context,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> plaintext,
        Instant now,
        Span<byte> envelope)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (envelope.Length != SealedLength(key, plaintext.Length))
        {
            throw new ArgumentException("the destination is not exactly as long as the envelope", nameof(envelope));
        }

        Cobblestone256.RefuseOverlap(plaintext, envelope);

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
            var body = envelope[key.Header.Length..];
            Cobblestone256.Encrypt(use.Hmac, Bind(key.DataKey.Id, context, binding), salt, plaintext, body);
            key.Header.CopyTo(envelope);
            return envelope.Length;
        }
    }

    /// <summary>Says how an envelope's data key is wrapped, without opening anything.</summary>
    /// <param name="envelope">The envelope, or its beginning.</param>
    /// <returns>What its header claims, or what is wrong with its form.</returns>
    public static OneOf<EnvelopeHeader, EnvelopeFault> DescribeWrapping(ReadOnlySpan<byte> envelope) =>
        EnvelopeHeader.Read(envelope);

    /// <summary>Gets the data key out of an attached envelope.</summary>
    /// <param name="envelope">The envelope, or its header.</param>
    /// <param name="allowed">The keys that the data may be under; others never reach the port.</param>
    /// <param name="unwrapper">The port; asked at most twice.</param>
    /// <param name="now">The time; the age of the handle counts from it.</param>
    /// <returns>The data key, to be disposed, or why there is none.</returns>
    public static OneOf<DataKey, OpenRefusal> RecoverKey(
        ReadOnlySpan<byte> envelope, AllowedKeys allowed, IDataKeyUnwrapper unwrapper, Instant now)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        ArgumentNullException.ThrowIfNull(unwrapper);
        return EnvelopeHeader.Read(envelope).TryPickT0(out var header, out var fault)
            ? DataKeyRecovery.Recover(
                envelope[..header.Length], header.Stanzas, header.DataKeyId, now, allowed, unwrapper)
            : new OpenRefusal(OpenRefusalKind.Malformed, fault);
    }

    /// <summary>Gets the length of the plaintext of an envelope, as its length and header claim.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="plaintextLength">The length.</param>
    /// <returns><see langword="false"/> if no envelope has that form and length.</returns>
    public static bool TryGetPlaintextLength(ReadOnlySpan<byte> envelope, out long plaintextLength)
    {
        plaintextLength = 0;
        return EnvelopeHeader.ReadLength(envelope).TryPickT0(out var length, out _)
            && Cobblestone256.TryGetPlaintextLength(envelope.Length - (long)length, out plaintextLength);
    }

    /// <summary>Opens an envelope with its data key.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="key">The data key.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the envelope.</param>
    /// <returns>The length of the plaintext, or why it does not open; then the destination is erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the spans overlap.</exception>
    public static OneOf<int, OpenRefusal> Open(
        ReadOnlySpan<byte> envelope, EncryptionContext context, DataKey key, Span<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        Cobblestone256.RefuseOverlap(envelope, plaintext);
        if (!CheckHeader(envelope, key).TryPickT0(out var headerLength, out var refusal))
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return refusal;
        }

        if (!key.TryUse(out var use))
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return new OpenRefusal(OpenRefusalKind.KeyErased);
        }

        using (use)
        {
            Span<byte> binding = stackalloc byte[BindingLength];
            var bound = Bind(key.Id, context, binding);
            return Cobblestone256.TryDecrypt(use.Hmac, bound, envelope[headerLength..], plaintext, out var written)
                ? written
                : default(OpenRefusal);
        }
    }

    /// <summary>Opens an attached envelope by unwrapping its data key.</summary>
    /// <param name="envelope">The envelope, whole.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="allowed">The keys that the data may be under; others never reach the port.</param>
    /// <param name="unwrapper">The port; asked at most twice.</param>
    /// <param name="now">The time.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the envelope.</param>
    /// <returns>The length of the plaintext, or why it does not open; then the destination is erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the spans overlap.</exception>
    public static OneOf<int, OpenRefusal> Open(
        ReadOnlySpan<byte> envelope,
        EncryptionContext context,
        AllowedKeys allowed,
        IDataKeyUnwrapper unwrapper,
        Instant now,
        Span<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(context);
        Cobblestone256.RefuseOverlap(envelope, plaintext);
        if (!RecoverKey(envelope, allowed, unwrapper, now).TryPickT0(out var key, out var refusal))
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return refusal;
        }

        using (key)
        {
            return Open(envelope, context, key, plaintext);
        }
    }

    private static BoundContext Bind(DataKeyId id, EncryptionContext context, Span<byte> binding)
    {
        Label.CopyTo(binding);
        binding[Label.Length] = EnvelopeHeader.Suite;
        id.WriteTo(binding[(Label.Length + 1)..]);
        return new BoundContext(binding, context.Encoded);
    }

    // The form of the header, then, with the key at hand, whether the key and the header belong together.
    private static OneOf<int, OpenRefusal> CheckHeader(ReadOnlySpan<byte> envelope, DataKey key)
    {
        if (EnvelopeHeader.ReadLength(envelope).TryPickT0(out var length, out _)
            && length <= envelope.Length
            && key.HasVerified(envelope[..length]))
        {
            return length;
        }

        if (!EnvelopeHeader.Read(envelope).TryPickT0(out var header, out var fault))
        {
            return new OpenRefusal(OpenRefusalKind.Malformed, fault);
        }

        if (header.DataKeyId != key.Id)
        {
            return default(OpenRefusal);
        }

        if (!header.IsDetached && KeyBlock.Check(envelope[..header.Length], key) is { } kind)
        {
            return new OpenRefusal(kind);
        }

        key.RememberVerified(envelope[..header.Length]);
        return header.Length;
    }
}
