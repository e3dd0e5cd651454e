using System.Collections.Immutable;
using System.Formats.Asn1;
using OneOf;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Reads an AuthEnvelopedData (RFC 5083, 2.1) in DER or BER, indefinite lengths included.</summary>
internal sealed class CmsReader
{
    private const int MostRecipients = 64;

    private static readonly Asn1Tag ContentTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag EncryptedTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag AuthenticatedTag = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag UnauthenticatedTag = new(TagClass.ContextSpecific, 2, isConstructed: true);

    private string _place = "contentInfo";

    private CmsReader()
    {
    }

    public static OneOf<CmsMessage, CmsRefusal> Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CmsReader();
        try
        {
            return reader.ReadContentInfo(bytes);
        }
        catch (AsnContentException)
        {
            return new CmsRefusal(CmsRefusalKind.Malformed, reader._place);
        }
    }

    private OneOf<CmsMessage, CmsRefusal> ReadContentInfo(ReadOnlyMemory<byte> bytes)
    {
        var outside = new AsnReader(bytes, AsnEncodingRules.BER);
        var info = outside.ReadSequence();
        if (outside.HasData)
        {
            return new CmsRefusal(CmsRefusalKind.TrailingBytes);
        }

        _place = "contentType";
        if (info.ReadObjectIdentifier() != CmsOid.AuthEnvelopedData)
        {
            return new CmsRefusal(CmsRefusalKind.UnsupportedContent, _place);
        }

        _place = "content";
        var content = info.ReadSequence(ContentTag);
        info.ThrowIfNotEmpty();
        var envelope = content.ReadSequence();
        content.ThrowIfNotEmpty();
        return ReadEnvelope(envelope);
    }

    private OneOf<CmsMessage, CmsRefusal> ReadEnvelope(AsnReader envelope)
    {
        _place = "version";
        if (!envelope.TryReadInt32(out var version) || version != 0)
        {
            return new CmsRefusal(CmsRefusalKind.Malformed, _place);
        }

        _place = "originatorInfo";
        Skip(envelope, ContentTag);
        if (ReadRecipients(envelope) is not { } recipients)
        {
            return new CmsRefusal(CmsRefusalKind.TooLarge, "recipientInfos");
        }

        _place = "authEncryptedContentInfo.contentType";
        var encrypted = envelope.ReadSequence();
        var type = encrypted.ReadObjectIdentifier();
        _place = "authEncryptedContentInfo.contentEncryptionAlgorithm";
        var algorithm = CmsAlgorithm.Read(encrypted);
        _place = "authEncryptedContentInfo.encryptedContent";
        var ciphertext = encrypted.ReadOctetString(EncryptedTag);
        encrypted.ThrowIfNotEmpty();

        _place = "authAttrs";
        var attributes = Skip(envelope, AuthenticatedTag);
        _place = "mac";
        var tag = envelope.ReadOctetString();
        _place = "unauthAttrs";
        Skip(envelope, UnauthenticatedTag);
        envelope.ThrowIfNotEmpty();
        return new CmsMessage(recipients, type, algorithm, ciphertext, attributes, tag);
    }

    private ImmutableArray<CmsRecipientInfo>? ReadRecipients(AsnReader envelope)
    {
        _place = "recipientInfos";
        var set = envelope.ReadSetOf(skipSortOrderValidation: true);
        var recipients = ImmutableArray.CreateBuilder<CmsRecipientInfo>();
        while (set.HasData)
        {
            if (recipients.Count == MostRecipients)
            {
                return null;
            }

            _place = $"recipientInfos[{recipients.Count}]";
            recipients.Add(CmsRecipientInfo.Read(set));
        }

        return recipients.DrainToImmutable();
    }

    // Reads an optional part as it is encoded.
    private static ReadOnlyMemory<byte>? Skip(AsnReader reader, Asn1Tag tag) =>
        reader.HasData && reader.PeekTag() == tag ? reader.ReadEncodedValue() : default(ReadOnlyMemory<byte>?);
}
