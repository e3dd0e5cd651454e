using System.Formats.Asn1;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>The authenticated attributes of a message: what the tag covers of them, and what they say.</summary>
internal static class CmsAttributes
{
    /// <summary>Makes the bytes that the tag covers: a SET OF in DER (RFC 5083, 2.2).</summary>
    /// <returns>The bytes; null if the attributes are not in DER, or say nothing or something else of the type of
    /// content.</returns>
    public static byte[]? ToAuthenticated(ReadOnlyMemory<byte> encoded, string contentType)
    {
        // In the message they have an implicit tag of their own, in the tag's input that of a set.
        var covered = encoded.ToArray();
        covered[0] = (byte)(((int)UniversalTagNumber.SetOf) | 0x20);
        try
        {
            var set = new AsnReader(covered, AsnEncodingRules.DER).ReadSetOf();
            var types = 0;
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                var values = attribute.ReadSetOf();
                attribute.ThrowIfNotEmpty();
                if (oid == CmsOid.ContentTypeAttribute)
                {
                    types += values.ReadObjectIdentifier() == contentType ? 1 : 2;
                    values.ThrowIfNotEmpty();
                }
            }

            return types == 1 ? covered : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
