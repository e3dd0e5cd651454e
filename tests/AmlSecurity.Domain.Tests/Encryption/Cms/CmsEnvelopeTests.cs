using System.Formats.Asn1;
using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

public sealed class CmsEnvelopeTests
{
    [Fact]
    public void A_message_opens_for_each_of_its_recipients_under_its_context()
    {
        var message = Export(Context, Shared, Holder);

        Assert.Equal(Data, CmsEnvelope.Import(message, Context, Shared).AsT0);
        Assert.Equal(Data, CmsEnvelope.Import(message, Context, Holder).AsT0);
        Assert.Empty(CmsEnvelope.Import(CmsEnvelope.Export([], null, new AmlSecurity.Domain.Secrets.SystemRandomSource(), Shared), null, Shared).AsT0);
    }

    [Fact]
    public void A_wrong_key_a_wrong_context_and_a_changed_byte_are_told_alike()
    {
        var message = Export(Context, Shared);
        var plain = Export(null, Shared);
        var other = new CmsRecipient.SharedKey(Identifier, new AesKeyWrap(SHA256.HashData(Key)));
        var changed = message.ToArray();
        changed[^30] ^= 1;

        foreach (var refused in new[]
        {
            CmsEnvelope.Import(message, Context, other),
            CmsEnvelope.Import(message, EncryptionContext.Empty, Shared),
            CmsEnvelope.Import(plain, Context, Shared),
            CmsEnvelope.Import(changed, Context, Shared),
        })
        {
            Assert.Equal(new CmsRefusal(CmsRefusalKind.NotAuthentic), refused.AsT1);
        }
    }

    [Fact]
    public void A_message_for_nobody_at_hand_and_one_that_fits_twice_are_refused()
    {
        using var rsa = RsaKeys.Copy(1);
        using var certificate = SelfSigned("CN=somebody else", rsa);
        var stranger = new CmsRecipient.CertificateHolder(certificate, rsa);

        Assert.Equal(CmsRefusalKind.NoRecipient, Kind(Export(null, Shared), stranger, Holder));
        Assert.Equal(CmsRefusalKind.SeveralRecipients, Kind(Export(null, Shared, Holder), Shared, Holder));
        Assert.Equal(CmsRefusalKind.SeveralRecipients, Kind(Export(null, Shared, Shared), Shared));
    }

    [Theory]
    [InlineData(12, 12, CmsRefusalKind.ShortTag)]
    [InlineData(15, 15, CmsRefusalKind.ShortTag)]
    [InlineData(null, 12, CmsRefusalKind.ShortTag)]
    [InlineData(17, 17, CmsRefusalKind.Malformed)]
    [InlineData(16, 12, CmsRefusalKind.Malformed)]
    public void A_short_tag_is_refused_also_where_the_default_says_so(int? stated, int length, CmsRefusalKind kind) =>
        Assert.Equal(kind, Kind(Message(tagLength: stated, tag: new byte[length]), Shared));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(16)]
    public void A_nonce_of_another_length_is_refused(int length) =>
        Assert.Equal(CmsRefusalKind.UnsupportedNonce, Kind(Message(nonceLength: length), Shared));

    [Fact]
    public void Bytes_behind_the_message_and_lengths_that_lie_are_refused()
    {
        var message = Export(null, Shared);
        byte[] longer = [.. message, 0];
        Assert.Equal(CmsRefusalKind.TrailingBytes, Kind(longer, Shared));
        for (var length = 0; length < 200; length++)
        {
            Assert.Equal(CmsRefusalKind.Malformed, Kind(message[..length], Shared));
        }

        // Each length on the way down to the recipient, one more and one less.
        foreach (var at in (int[])[3, 19, 23, 30, 32, 36])
        {
            foreach (var by in (int[])[1, -1])
            {
                var lying = message.ToArray();
                lying[at] = (byte)(lying[at] + by);
                Assert.True(CmsEnvelope.Import(lying, null, Shared).IsT1);
            }
        }
    }

    [Fact]
    public void Authenticated_attributes_are_read_and_covered_by_the_tag()
    {
        Assert.Equal(Data, CmsEnvelope.Import(Message(attributes: Attributes(CmsOidOfData)), null, Shared).AsT0);

        var changed = Message(attributes: Attributes(CmsOidOfData, "2.25.1"));
        var place = changed.AsSpan().LastIndexOf("\x06\x02\x69\x01"u8) + 3;
        changed[place] ^= 2;
        Assert.Equal(CmsRefusalKind.NotAuthentic, Kind(changed, Shared));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.Malformed, "authAttrs"),
            CmsEnvelope.Import(Message(attributes: Attributes("1.2.3")), null, Shared).AsT1);
    }

    [Theory]
    [InlineData("2.16.840.1.101.3.4.1.42", "authEncryptedContentInfo.contentEncryptionAlgorithm")]
    [InlineData("2.16.840.1.101.3.4.1.6", "authEncryptedContentInfo.contentEncryptionAlgorithm")]
    public void Another_algorithm_is_refused_with_its_place(string algorithm, string place) => Assert.Equal(
        new CmsRefusal(CmsRefusalKind.UnsupportedAlgorithm, place),
        CmsEnvelope.Import(Message(algorithm: algorithm), null, Shared).AsT1);

    [Fact]
    public void Misuse_is_refused_with_an_exception()
    {
        using var small = RsaKeys.CopyShort();
        Assert.Throws<ArgumentException>(() => Export(null));
        Assert.Throws<ArgumentException>(() => CmsEnvelope.Import(Export(null, Shared), null, [null!]));
        Assert.Throws<ArgumentException>(() => new CmsRecipient.SharedKey([], new AesKeyWrap(Key)));
        Assert.Throws<ArgumentException>(() => new CmsRecipient.CertificateHolder(Certificate, small));
    }

    private const string CmsOidOfData = "1.2.840.113549.1.7.1";

    private static CmsRefusalKind Kind(byte[] message, params ReadOnlySpan<CmsRecipient> recipients) =>
        CmsEnvelope.Import(message, null, recipients).AsT1.Kind;

    private static byte[] Attributes(params string[] values)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            for (var at = 0; at < values.Length; at++)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(at == 0 ? "1.2.840.113549.1.9.3" : "1.2.3.4");
                    using (writer.PushSetOf())
                    {
                        writer.WriteObjectIdentifier(values[at]);
                    }
                }
            }
        }

        return writer.Encode();
    }

    // A second writer, for what ours never writes.
    private static byte[] Message(
        int nonceLength = 12,
        int? tagLength = 16,
        byte[]? tag = null,
        byte[]? attributes = null,
        string algorithm = "2.16.840.1.101.3.4.1.46")
    {
        var (key, nonce, sound, ciphertext) = (SHA256.HashData("cek"u8), new byte[nonceLength], new byte[16], new byte[Data.Length]);
        if (nonceLength == 12)
        {
            using var cipher = new AesGcm(key, 16);
            cipher.Encrypt(nonce, Data, ciphertext, sound, attributes);
        }

        var wrapped = new byte[40];
        using (var wrap = new AesKeyWrap(Key))
        {
            wrap.Wrap(key, wrapped);
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.9.16.1.23");
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSetOf())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
                {
                    writer.WriteInteger(4);
                    using (writer.PushSequence())
                    {
                        writer.WriteOctetString(Identifier);
                    }

                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("2.16.840.1.101.3.4.1.45");
                    }

                    writer.WriteOctetString(wrapped);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(CmsOidOfData);
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(algorithm);
                        using (writer.PushSequence())
                        {
                            writer.WriteOctetString(nonce);
                            if (tagLength is { } stated)
                            {
                                writer.WriteInteger(stated);
                            }
                        }
                    }

                    writer.WriteOctetString(ciphertext, new Asn1Tag(TagClass.ContextSpecific, 0));
                }

                if (attributes is not null)
                {
                    byte[] tagged = [0xA1, .. attributes[1..]];
                    writer.WriteEncodedValue(tagged);
                }

                writer.WriteOctetString(tag ?? sound);
            }
        }

        return writer.Encode();
    }
}
