using System.Formats.Asn1;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Writes an AuthEnvelopedData in DER.</summary>
internal static class CmsWriter
{
    public const int MostRecipients = 64;

    private static readonly Asn1Tag ContentTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static byte[] Write(
        ReadOnlySpan<CmsRecipient> recipients,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOid.AuthEnvelopedData);
            using (writer.PushSequence(ContentTag))
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSetOf())
                {
                    foreach (var recipient in recipients)
                    {
                        Write(writer, recipient, key);
                    }
                }

                WriteContent(writer, nonce, ciphertext, tag.Length);
                writer.WriteOctetString(tag);
            }
        }

        return writer.Encode();
    }

    private static void WriteContent(
        AsnWriter writer, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, int tagLength)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOid.Data);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(CmsOid.Aes256Gcm);
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(nonce);
                    writer.WriteInteger(tagLength);
                }
            }

            writer.WriteOctetString(ciphertext, new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    }

    private static void Write(AsnWriter writer, CmsRecipient recipient, ReadOnlySpan<byte> key)
    {
        var wrapped = recipient.Wrap(key);
        if (recipient is CmsRecipient.SharedKey shared)
        {
            using (writer.PushSequence(CmsRecipientInfo.SharedKeyTag))
            {
                writer.WriteInteger(4);
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(shared.Identifier);
                }

                CmsAlgorithm.Write(writer, CmsOid.Aes256Wrap);
                writer.WriteOctetString(wrapped);
            }
        }
        else if (recipient is CmsRecipient.CertificateHolder holder)
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(holder.Issuer);
                    writer.WriteInteger(holder.SerialNumber);
                }

                CmsAlgorithm.WriteRsaOaep256(writer);
                writer.WriteOctetString(wrapped);
            }
        }
    }
}
