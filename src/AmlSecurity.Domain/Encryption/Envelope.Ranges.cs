using System.Security.Cryptography;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <content>Any range of an envelope, without reading the rest.</content>
public static partial class Envelope
{
    /// <summary>Opens an envelope for reading any range.</summary>
    /// <param name="reader">Fetches bytes of the envelope.</param>
    /// <param name="envelopeLength">The length of the envelope that its store claims.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="key">The data key.</param>
    /// <returns>The access, to be disposed, or why it does not open.</returns>
    public static OneOf<Cobblestone256RandomAccess, OpenRefusal> OpenRandomAccess(
        CiphertextRangeReader reader, long envelopeLength, EncryptionContext context, DataKey key)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        var preamble = new byte[EnvelopeHeader.PreambleLength];
        if (envelopeLength < preamble.Length || !reader(0, preamble))
        {
            return new OpenRefusal(
                OpenRefusalKind.Malformed,
                new EnvelopeFault(EnvelopeFaultKind.Truncated, (int)Math.Clamp(envelopeLength, 0, preamble.Length)));
        }

        if (!EnvelopeHeader.ReadLength(preamble).TryPickT0(out var headerLength, out var fault))
        {
            return new OpenRefusal(OpenRefusalKind.Malformed, fault);
        }

        var header = new byte[headerLength];
        if (envelopeLength < headerLength || !reader(0, header))
        {
            return new OpenRefusal(
                OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.Truncated, preamble.Length));
        }

        if (!CheckHeader(header, key).TryPickT0(out var checkedLength, out var refusal))
        {
            return refusal;
        }

        // The store was asked twice, and may have given two answers.
        if (checkedLength != headerLength)
        {
            return new OpenRefusal(
                OpenRefusalKind.Malformed, new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, checkedLength));
        }

        if (!key.TryUse(out var use))
        {
            return new OpenRefusal(OpenRefusalKind.KeyErased);
        }

        using (use)
        {
            Span<byte> binding = stackalloc byte[BindingLength];
            return Cobblestone256RandomAccess.TryOpen(
                use.Hmac,
                Bind(key.Id, context, binding),
                (offset, destination) => reader(headerLength + offset, destination),
                envelopeLength - headerLength) is { } access
                    ? access
                    : default(OpenRefusal);
        }
    }

    /// <summary>Opens one range of an envelope.</summary>
    /// <param name="reader">Fetches bytes of the envelope.</param>
    /// <param name="envelopeLength">The length of the envelope that its store claims.</param>
    /// <param name="context">What it belongs to.</param>
    /// <param name="key">The data key.</param>
    /// <param name="offset">The offset in the plaintext.</param>
    /// <param name="plaintext">Where the range goes; its length is the length of the range.</param>
    /// <returns>The length of the range, or why it does not open; then the destination is erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext that the length
    /// claims.</exception>
    public static OneOf<int, OpenRefusal> OpenRange(
        CiphertextRangeReader reader,
        long envelopeLength,
        EncryptionContext context,
        DataKey key,
        long offset,
        Span<byte> plaintext)
    {
        if (!OpenRandomAccess(reader, envelopeLength, context, key).TryPickT0(out var access, out var refusal))
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return refusal;
        }

        using (access)
        {
            return access.TryRead(offset, plaintext) ? plaintext.Length : default(OpenRefusal);
        }
    }

    /// <summary>Gets the range of an envelope that must be fetched for a range of its plaintext, its header
    /// aside.</summary>
    /// <param name="header">The header.</param>
    /// <param name="envelopeLength">The length of the envelope.</param>
    /// <param name="offset">The offset in the plaintext.</param>
    /// <param name="length">The length of the range, 1 or more.</param>
    /// <returns>Offset and length in the envelope.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext of such an
    /// envelope.</exception>
    public static (long Offset, long Length) CiphertextRangeFor(
        EnvelopeHeader header, long envelopeLength, long offset, long length)
    {
        ArgumentNullException.ThrowIfNull(header);
        var range = Cobblestone256RandomAccess.CiphertextRangeFor(offset, length, envelopeLength - header.Length);
        return (header.Length + range.Offset, range.Length);
    }
}
