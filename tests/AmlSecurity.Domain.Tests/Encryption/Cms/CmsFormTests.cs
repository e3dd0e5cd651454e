using System.Formats.Asn1;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Secrets;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>One part of a sound message at a time is replaced, added or taken away.</summary>
/// <remarks>
/// The places, as in <see cref="DerNode.At"/>: 0 the type, 1.0 the AuthEnvelopedData, in it 0 the version, 1 the recipients,
/// 2 the content with 1 its algorithm, 3 the tag.
/// </remarks>
public sealed class CmsFormTests
{
    private const string Algorithm = "authEncryptedContentInfo.contentEncryptionAlgorithm";

    private static readonly byte[] Small = [1, 2, 3];

    [Theory]
    [InlineData("", "contentInfo")]
    [InlineData("0", "contentType")]
    [InlineData("1", "content")]
    [InlineData("1.0", "content")]
    [InlineData("1.0.0", "version")]
    [InlineData("1.0.1", "recipientInfos")]
    [InlineData("1.0.1.0.0", "recipientInfos[0]")]
    [InlineData("1.0.1.0.1", "recipientInfos[0]")]
    [InlineData("1.0.1.0.2", "recipientInfos[0]")]
    [InlineData("1.0.1.0.3", "recipientInfos[0]")]
    [InlineData("1.0.2", "authEncryptedContentInfo.contentType")]
    [InlineData("1.0.2.0", "authEncryptedContentInfo.contentType")]
    [InlineData("1.0.2.1", Algorithm)]
    [InlineData("1.0.2.1.0", Algorithm)]
    [InlineData("1.0.2.1.1", Algorithm + ".parameters")]
    [InlineData("1.0.2.1.1.0", Algorithm + ".parameters")]
    [InlineData("1.0.2.1.1.1", Algorithm + ".parameters")]
    [InlineData("1.0.2.2", "authEncryptedContentInfo.encryptedContent")]
    [InlineData("1.0.3", "mac")]
    public void A_part_of_another_type_is_malformed_at_its_place(string path, string place) => Assert.Equal(
        new CmsRefusal(CmsRefusalKind.Malformed, place),
        Refusal(Changed(Shared, path, part =>
        {
            part.Tag = 0x0A;
            part.Clear();
        })));

    [Theory]
    [InlineData("", "content")]
    [InlineData("1", "content")]
    [InlineData("1.0", "unauthAttrs")]
    [InlineData("1.0.1.0", "recipientInfos[0]")]
    [InlineData("1.0.2", "authEncryptedContentInfo.encryptedContent")]
    [InlineData("1.0.2.1", Algorithm)]
    [InlineData("1.0.2.1.1", Algorithm + ".parameters")]
    public void A_part_more_is_malformed_at_its_place(string path, string place) => Assert.Equal(
        new CmsRefusal(CmsRefusalKind.Malformed, place),
        Refusal(Changed(Shared, path, part => part.Children.Add(DerNode.Null))));

    [Theory]
    [InlineData("0", CmsRefusalKind.UnsupportedContent, "contentType")]
    [InlineData("1.0.2.0", CmsRefusalKind.UnsupportedContent, "authEncryptedContentInfo.contentType")]
    [InlineData("1.0.2.1.0", CmsRefusalKind.UnsupportedAlgorithm, Algorithm)]
    [InlineData("1.0.0", CmsRefusalKind.Malformed, "version")]
    [InlineData("1.0.1.0.0", CmsRefusalKind.UnsupportedAlgorithm, "recipientInfos[0].keyEncryptionAlgorithm")]
    [InlineData("1.0.1.0.1.0", CmsRefusalKind.NoRecipient, "")]
    [InlineData("1.0.1.0.2.0", CmsRefusalKind.UnsupportedAlgorithm, "recipientInfos[0].keyEncryptionAlgorithm")]
    [InlineData("1.0.1.0.3", CmsRefusalKind.NotAuthentic, "")]
    [InlineData("1.0.2.1.1.0", CmsRefusalKind.NotAuthentic, "")]
    [InlineData("1.0.2.2", CmsRefusalKind.NotAuthentic, "")]
    [InlineData("1.0.3", CmsRefusalKind.NotAuthentic, "")]
    public void Another_value_is_refused_for_what_it_says(string path, CmsRefusalKind kind, string place) => Assert.Equal(
        new CmsRefusal(kind, place), Refusal(Changed(Shared, path, part => part.Content[^1] ^= 1)));

    [Fact]
    public void A_tag_shorter_than_is_stated_is_malformed() => Assert.Equal(
        new CmsRefusal(CmsRefusalKind.Malformed, "mac"),
        Refusal(Changed(Shared, "1.0.3", part => part.Content = part.Content[..^1])));

    [Fact]
    public void Key_wrap_with_parameters_is_another_algorithm_and_with_two_is_malformed()
    {
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.UnsupportedAlgorithm, "recipientInfos[0].keyEncryptionAlgorithm"),
            Refusal(Changed(Shared, "1.0.1.0.2", part => part.Children.Add(DerNode.Null))));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.Malformed, "recipientInfos[0]"),
            Refusal(Changed(Shared, "1.0.1.0.2", part => part.Children.AddRange([DerNode.Null, DerNode.Null]))));
    }

    [Fact]
    public void The_optional_parts_and_recipients_of_other_kinds_are_passed_over()
    {
        Opens(Changed(Shared, "1.0", part => part.Children.Insert(1, DerNode.Primitive(0xA0))), Shared);
        Opens(Changed(Shared, "1.0", part => part.Children.Add(DerNode.Primitive(0xA2))), Shared);
        Opens(Changed(Shared, "1.0.1", part => part.Children.Insert(0, DerNode.Primitive(0xA4, 0x05, 0x00))), Shared);
        Opens(
            Changed(Shared, "1.0.1.0.1", part => part.Children.Add(DerNode.Primitive(0x18, [.. "20260101000000Z"u8]))),
            Shared);
    }

    [Fact]
    public void There_are_64_recipients_at_most()
    {
        CmsRecipient[] all = [Shared, .. Enumerable.Range(1, 63).Select(at => new CmsRecipient.SharedKey([(byte)at], Wrap))];
        var message = CmsEnvelope.Export(Small, null, new SystemRandomSource(), all);

        Opens(message, Shared);
        Assert.Throws<ArgumentException>(() => CmsEnvelope.Export(Small, null, new SystemRandomSource(), [.. all, Shared]));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.TooLarge, "recipientInfos"),
            Refusal(Change(message, "1.0.1", part => part.Children.Add(DerNode.Null))));
    }

    [Fact]
    public void Message_and_data_have_a_greatest_length()
    {
        var longest = new byte[CmsEnvelope.MaximumLength + 1];

        Assert.Equal(new CmsRefusal(CmsRefusalKind.TooLarge, "contentInfo"), Refusal(longest));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.Malformed, "contentInfo"),
            CmsEnvelope.Import(longest.AsMemory(1), null, Shared).AsT1);
        Assert.Throws<ArgumentException>(() => CmsEnvelope.Export(
            longest.AsSpan(0, (CmsEnvelope.MaximumLength / 2) + 1), null, new SystemRandomSource(), Shared));
    }

    [Fact]
    public void An_identifier_has_256_bytes_at_most()
    {
        var longest = new CmsRecipient.SharedKey(new byte[CmsRecipient.SharedKey.MaximumIdentifierLength], Wrap);

        Opens(CmsEnvelope.Export(Small, null, new SystemRandomSource(), longest), longest);
        Assert.Throws<ArgumentException>(() => new CmsRecipient.SharedKey(new byte[257], Wrap));
    }

    [Fact]
    public void Key_and_nonce_are_what_the_random_source_gave()
    {
        var message = DerNode.Parse(CmsEnvelope.Export(Small, null, new CountingRandom(), Shared));
        var key = new byte[32];

        Assert.True(Wrap.TryUnwrap(message.At("1.0.1.0.3").Content, key));
        Assert.Equal(Enumerable.Range(1, 32).Select(at => (byte)at), key);
        Assert.Equal(Enumerable.Range(33, 12).Select(at => (byte)at), message.At("1.0.2.1.1.0").Content);
    }

    [Fact]
    public void A_message_under_the_zero_key_does_not_open_for_a_key_that_does_not_unwrap()
    {
        var message = CmsEnvelope.Export(Small, null, new ConstantRandom(0), Shared);

        Opens(message, Shared);
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.NotAuthentic),
            Refusal(Change(message, "1.0.1.0.3", part => part.Content[0] ^= 1)));
    }

    [Fact]
    public void A_context_with_one_other_value_does_not_open()
    {
        var message = CmsEnvelope.Export(Small, Of("churn"), new SystemRandomSource(), Shared);

        Assert.Equal(Small, CmsEnvelope.Import(message, Of("churn"), Shared).AsT0);
        Assert.Equal(CmsRefusalKind.NotAuthentic, CmsEnvelope.Import(message, Of("other"), Shared).AsT1.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    public void A_content_with_more_than_context_and_data_does_not_open(string path)
    {
        var content = Content();
        Assert.Equal(Small, Import(content.Encode()).AsT0);
        content.At(path).Children.Add(DerNode.Null);

        Assert.Equal(new CmsRefusal(CmsRefusalKind.NotAuthentic), Import(content.Encode()).AsT1);
        Assert.Equal(new CmsRefusal(CmsRefusalKind.NotAuthentic), Import([.. Content().Encode(), 0x05, 0x00]).AsT1);

        static OneOf.OneOf<byte[], CmsRefusal> Import(byte[] content) => CmsEnvelope.Import(
            CmsEnvelope.Export(content, null, new SystemRandomSource(), Shared), Of("churn"), Shared);
    }

    private static AesKeyWrap Wrap { get; } = new(Key);

    private static EncryptionContext Of(string asset) => EncryptionContext.Create([new("asset", asset)]).Expect();

    private static DerNode Content()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, "asset");
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, "churn");
            }

            writer.WriteOctetString(Small);
        }

        return DerNode.Parse(writer.Encode());
    }

    private static byte[] Changed(CmsRecipient recipient, string path, Action<DerNode> change) =>
        Change(CmsEnvelope.Export(Small, null, new SystemRandomSource(), recipient), path, change);

    private static byte[] Change(byte[] message, string path, Action<DerNode> change)
    {
        var root = DerNode.Parse(message);
        change(root.At(path));
        return root.Encode();
    }

    private static CmsRefusal Refusal(byte[] message) => CmsEnvelope.Import(message, null, Shared).AsT1;

    private static void Opens(byte[] message, CmsRecipient recipient) =>
        Assert.Equal(Small, CmsEnvelope.Import(message, null, recipient).AsT0);
}
