using System.Formats.Asn1;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>An AlgorithmIdentifier as it was read.</summary>
/// <param name="Oid">The algorithm.</param>
/// <param name="Parameters">Its parameters as encoded; null if there are none.</param>
/// <remarks>Reference equality of the parameters.</remarks>
internal sealed record CmsAlgorithm(string Oid, ReadOnlyMemory<byte>? Parameters)
{
    private static readonly Asn1Tag HashTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag MaskTag = new(TagClass.ContextSpecific, 1, isConstructed: true);

    public static CmsAlgorithm Read(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        var oid = sequence.ReadObjectIdentifier();
        var parameters = sequence.HasData ? sequence.ReadEncodedValue() : default(ReadOnlyMemory<byte>?);
        sequence.ThrowIfNotEmpty();
        return new CmsAlgorithm(oid, parameters);
    }

    /// <summary>Determines whether it is AES-256 key wrap, which has no parameters (RFC 3565, 2.3.2).</summary>
    public bool IsAes256Wrap => Oid == CmsOid.Aes256Wrap && Parameters is null;

    /// <summary>Determines whether it is RSA-OAEP with SHA-256 in both places and no label (RFC 4055, 4.1).</summary>
    public bool IsRsaOaep256()
    {
        if (Oid != CmsOid.RsaOaep || Parameters is not { } parameters)
        {
            return false;
        }

        var sequence = new AsnReader(parameters, AsnEncodingRules.BER).ReadSequence();
        if (!sequence.HasData || sequence.PeekTag() != HashTag || !IsSha256(Inside(sequence, HashTag)))
        {
            return false;
        }

        if (!sequence.HasData || sequence.PeekTag() != MaskTag)
        {
            return false;
        }

        var mask = Read(Inside(sequence, MaskTag));
        return mask is { Oid: CmsOid.Mgf1, Parameters: { } hash }
            && IsSha256(new AsnReader(hash, AsnEncodingRules.BER))
            && !sequence.HasData;
    }

    public static void Write(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }

    public static void WriteRsaOaep256(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOid.RsaOaep);
            using (writer.PushSequence())
            {
                using (writer.PushSequence(HashTag))
                {
                    WriteSha256(writer);
                }

                using (writer.PushSequence(MaskTag))
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(CmsOid.Mgf1);
                    WriteSha256(writer);
                }
            }
        }
    }

    private static AsnReader Inside(AsnReader sequence, Asn1Tag tag) => sequence.ReadSequence(tag);

    // The parameters are null or absent, and both are to be accepted (RFC 4055, 2.1).
    private static bool IsSha256(AsnReader reader)
    {
        var (oid, parameters) = Read(reader);
        ReadOnlySpan<byte> none = [0x05, 0x00];
        return oid == CmsOid.Sha256 && (parameters is not { } some || some.Span.SequenceEqual(none));
    }

    private static void WriteSha256(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOid.Sha256);
            writer.WriteNull();
        }
    }
}
