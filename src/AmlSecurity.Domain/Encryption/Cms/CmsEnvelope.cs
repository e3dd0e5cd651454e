using System.Formats.Asn1;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;
using OneOf;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Messages that other programs open: AuthEnvelopedData of CMS (RFC 5083) under AES-256-GCM
/// (RFC 5084).</summary>
/// <remarks>
/// <para>What is written is DER, without attributes, with a nonce of 12 bytes and a tag of 16. What is read may be BER
/// with indefinite lengths, and may have authenticated attributes.</para>
/// <para>A context stands inside the content (see <c>docs/interop.md</c>), so that whoever opens the message has to
/// know it. Every message has a content key of its own. Messages and contents are in memory as a whole; for large data
/// take <see cref="Envelope"/>. Safe for concurrent use.</para>
/// </remarks>
public static class CmsEnvelope
{
    /// <summary>The longest message that is read, in bytes.</summary>
    public const int MaximumLength = 256 * 1024 * 1024;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int DefaultTagLength = 12;

    /// <summary>Makes a message.</summary>
    /// <param name="data">The data, up to 128 MiB.</param>
    /// <param name="context">What the data belong to; null to make the data themselves the content.</param>
    /// <param name="random">Where the content key and the nonce come from.</param>
    /// <param name="recipients">For whom, one to 64.</param>
    /// <returns>The message in DER.</returns>
    /// <exception cref="ArgumentException">There is no recipient, or too many; or the data are too long.</exception>
    public static byte[] Export(
        ReadOnlySpan<byte> data,
        EncryptionContext? context,
        IRandomSource random,
        params ReadOnlySpan<CmsRecipient> recipients)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (recipients.Length is 0 or > CmsWriter.MostRecipients)
        {
            throw new ArgumentException("a message has one to 64 recipients", nameof(recipients));
        }

        if (data.Length > MaximumLength / 2)
        {
            throw new ArgumentException("the data are too long for a message", nameof(data));
        }

        var content = context is null ? data : CmsContent.Write(data, context);
        Span<byte> key = stackalloc byte[Cobblestone256.KeyLength];
        Span<byte> nonce = stackalloc byte[NonceLength];
        Span<byte> tag = stackalloc byte[TagLength];
        var ciphertext = new byte[content.Length];
        try
        {
            random.Fill(key);
            random.Fill(nonce);
            using var cipher = new AesGcm(key, TagLength);
            cipher.Encrypt(nonce, content, ciphertext, tag);
            return CmsWriter.Write(recipients, key, nonce, ciphertext, tag);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens a message.</summary>
    /// <param name="message">The message, in DER or BER.</param>
    /// <param name="context">What the data are expected to belong to; null if the content is the data
    /// themselves.</param>
    /// <param name="recipients">Those whose keys are at hand. At most one of them may fit.</param>
    /// <returns>The data, or why there are none. A wrong key, a wrong context and a changed byte are told
    /// alike.</returns>
    /// <exception cref="ArgumentException">A recipient is null.</exception>
    public static OneOf<byte[], CmsRefusal> Import(
        ReadOnlyMemory<byte> message, EncryptionContext? context, params ReadOnlySpan<CmsRecipient> recipients)
    {
        if (recipients.Contains(null!))
        {
            throw new ArgumentException("a recipient is null", nameof(recipients));
        }

        if (message.Length > MaximumLength)
        {
            return new CmsRefusal(CmsRefusalKind.TooLarge, "contentInfo");
        }

        if (!CmsReader.Read(message).TryPickT0(out var read, out var refusal))
        {
            return refusal;
        }

        if (Refuse(read, out var nonce, out var authenticated) is { } form)
        {
            return form;
        }

        return Choose(read, recipients, out var info, out var who) is { } choice
            ? choice
            : Open(read, context, info!, who!, nonce, authenticated);
    }

    private static CmsRefusal? Refuse(CmsMessage message, out byte[] nonce, out byte[]? authenticated)
    {
        (nonce, authenticated) = ([], null);
        if (message.ContentType != CmsOid.Data)
        {
            return new CmsRefusal(CmsRefusalKind.UnsupportedContent, "authEncryptedContentInfo.contentType");
        }

        if (message.Algorithm is not { Oid: CmsOid.Aes256Gcm, Parameters: { } parameters })
        {
            return new CmsRefusal(
                CmsRefusalKind.UnsupportedAlgorithm, "authEncryptedContentInfo.contentEncryptionAlgorithm");
        }

        if (!TryReadParameters(parameters, out nonce, out var tagLength) || tagLength > TagLength)
        {
            return new CmsRefusal(
                CmsRefusalKind.Malformed, "authEncryptedContentInfo.contentEncryptionAlgorithm.parameters");
        }

        if (nonce.Length != NonceLength)
        {
            return new CmsRefusal(CmsRefusalKind.UnsupportedNonce);
        }

        if (tagLength < TagLength)
        {
            return new CmsRefusal(CmsRefusalKind.ShortTag);
        }

        if (message.Tag.Length != TagLength)
        {
            return new CmsRefusal(CmsRefusalKind.Malformed, "mac");
        }

        if (message.Attributes is { } attributes)
        {
            authenticated = CmsAttributes.ToAuthenticated(attributes, message.ContentType);
            return authenticated is null ? new CmsRefusal(CmsRefusalKind.Malformed, "authAttrs") : null;
        }

        return null;
    }

    private static bool TryReadParameters(ReadOnlyMemory<byte> parameters, out byte[] nonce, out int tagLength)
    {
        (nonce, tagLength) = ([], DefaultTagLength);
        try
        {
            var sequence = new AsnReader(parameters, AsnEncodingRules.BER).ReadSequence();
            nonce = sequence.ReadOctetString();
            if (sequence.HasData && !sequence.TryReadInt32(out tagLength))
            {
                return false;
            }

            sequence.ThrowIfNotEmpty();
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static CmsRefusal? Choose(
        CmsMessage message,
        ReadOnlySpan<CmsRecipient> recipients,
        out CmsRecipientInfo? info,
        out CmsRecipient? who)
    {
        (info, who) = (null, null);
        var place = 0;
        for (var at = 0; at < message.Recipients.Length; at++)
        {
            foreach (var recipient in recipients)
            {
                if (!message.Recipients[at].IsFor(recipient))
                {
                    continue;
                }

                if (info is not null)
                {
                    return new CmsRefusal(CmsRefusalKind.SeveralRecipients);
                }

                (info, who, place) = (message.Recipients[at], recipient, at);
            }
        }

        return info is null ? new CmsRefusal(CmsRefusalKind.NoRecipient)
            : IsSupported(info) ? null
            : new CmsRefusal(
                CmsRefusalKind.UnsupportedAlgorithm, $"recipientInfos[{place}].keyEncryptionAlgorithm");
    }

    private static bool IsSupported(CmsRecipientInfo info)
    {
        try
        {
            return info.IsSupported;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static OneOf<byte[], CmsRefusal> Open(
        CmsMessage message,
        EncryptionContext? context,
        CmsRecipientInfo info,
        CmsRecipient who,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> authenticated)
    {
        Span<byte> key = stackalloc byte[Cobblestone256.KeyLength];
        var content = new byte[message.Ciphertext.Length];
        try
        {
            // A key that does not unwrap takes the way of one that does, and fails where a wrong one fails.
            var isUnwrapped = who.TryUnwrap(info.WrappedKey, key);
            using var cipher = new AesGcm(key, TagLength);
            cipher.Decrypt(nonce, message.Ciphertext, message.Tag, content, authenticated);
            var data = isUnwrapped ? (context is null ? content : CmsContent.Read(content, context)) : null;
            return data is null ? new CmsRefusal(CmsRefusalKind.NotAuthentic) : data;
        }
        catch (AuthenticationTagMismatchException)
        {
            return new CmsRefusal(CmsRefusalKind.NotAuthentic);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
