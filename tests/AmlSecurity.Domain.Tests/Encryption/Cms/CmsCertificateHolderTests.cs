using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>How a message names the holder of a certificate, and what it may say of RSA-OAEP.</summary>
/// <remarks>In the recipient: 0 the version, 1 issuer and serial number, 2 the algorithm, in whose parameters 2.1 stand the
/// hash (0) and the mask (1).</remarks>
public sealed class CmsCertificateHolderTests
{
    private static readonly byte[] Small = [1, 2, 3];

    private static readonly CmsRefusal Unsupported =
        new(CmsRefusalKind.UnsupportedAlgorithm, "recipientInfos[0].keyEncryptionAlgorithm");

    private static readonly CmsRefusal NotForHolder = new(CmsRefusalKind.NoRecipient);

    [Fact]
    public void Issuer_and_serial_number_both_name_the_certificate()
    {
        Assert.Equal(NotForHolder, Refusal(recipient => recipient.At("1.1").Content[^1] ^= 1));
        Assert.Equal(NotForHolder, Refusal(recipient => recipient.At("1.0.0.0.1").Content[^1] ^= 1));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.Malformed, "recipientInfos[0]"),
            Refusal(recipient => recipient.At("1").Children.Add(DerNode.Null)));
    }

    [Fact]
    public void A_key_identifier_names_it_too_in_its_own_version()
    {
        Opens(recipient => NameByKey(recipient, 2, Holder.KeyIdentifier!));
        Assert.Equal(Unsupported, Refusal(recipient => NameByKey(recipient, 0, Holder.KeyIdentifier!)));
        Assert.Equal(NotForHolder, Refusal(recipient => NameByKey(recipient, 2, [1, 2, 3])));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("0").Content = [2]));
        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.Malformed, "recipientInfos[0]"),
            Refusal(recipient => recipient.At("0").Content = [1, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void A_certificate_without_a_key_identifier_is_named_by_issuer_and_serial_number()
    {
        var plain = new CertificateRequest("CN=plain", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = plain.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        var holder = new CmsRecipient.CertificateHolder(certificate, Rsa);

        var message = CmsEnvelope.Export(Small, null, new SystemRandomSource(), holder);
        var byKey = Changed(message, recipient => NameByKey(recipient, 2, Holder.KeyIdentifier!));

        Assert.Equal(Small, CmsEnvelope.Import(message, null, holder).AsT0);
        Assert.Equal(NotForHolder, CmsEnvelope.Import(message, null, Holder).AsT1);
        Assert.Equal(NotForHolder, CmsEnvelope.Import(byKey, null, holder).AsT1);
        Assert.Equal(NotForHolder, CmsEnvelope.Import(message, null, Shared).AsT1);
    }

    [Fact]
    public void The_parameters_of_the_hash_are_null_or_absent()
    {
        var recipient = DerNode.Parse(Message()).At("1.0.1.0");
        Assert.Equal([0x05, 0x00], recipient.At("2.1.0.0.1").Encode());
        Assert.Equal([0x05, 0x00], recipient.At("2.1.1.0.1.1").Encode());

        Opens(changed => changed.At("2.1.0.0").Children.RemoveAt(1));
        Opens(changed => changed.At("2.1.1.0.1").Children.RemoveAt(1));
        Assert.Equal(Unsupported, Refusal(changed => changed.At("2.1.0.0.1").Tag = 0x04));
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("2.1.0.0.0")]
    [InlineData("2.1.1.0.0")]
    [InlineData("2.1.1.0.1.0")]
    public void Another_algorithm_hash_or_mask_is_refused(string path) =>
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At(path).Content[^1] ^= 1));

    [Fact]
    public void Hash_and_mask_are_both_there_and_nothing_else()
    {
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2.1").Children.RemoveAt(0)));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2.1").Children.RemoveAt(1)));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2.1").Clear()));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2").Children.RemoveAt(1)));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2.1").Children.Add(DerNode.Null)));
        Assert.Equal(Unsupported, Refusal(recipient => recipient.At("2.1.1.0").Children.RemoveAt(1)));
    }

    private static byte[] Message() => CmsEnvelope.Export(Small, null, new SystemRandomSource(), Holder);

    private static void NameByKey(DerNode recipient, byte version, byte[] identifier)
    {
        recipient.At("0").Content = [version];
        recipient.Children[1] = DerNode.Primitive(0x80, identifier);
    }

    private static byte[] Changed(byte[] message, Action<DerNode> change)
    {
        var root = DerNode.Parse(message);
        change(root.At("1.0.1.0"));
        return root.Encode();
    }

    private static CmsRefusal Refusal(Action<DerNode> change) =>
        CmsEnvelope.Import(Changed(Message(), change), null, Holder).AsT1;

    private static void Opens(Action<DerNode> change) =>
        Assert.Equal(Small, CmsEnvelope.Import(Changed(Message(), change), null, Holder).AsT0);
}
