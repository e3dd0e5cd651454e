using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Tests.Encryption.Cms;
using static AmlSecurity.Domain.Tests.Auditing.Cms.AuthorityLab;

namespace AmlSecurity.Domain.Tests.Auditing.Cms;

public sealed class CheckpointSignatureTests : IDisposable
{
    private readonly AuthorityLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [OpenSslFact]
    public void OpenSSL_verifies_our_signature_and_not_over_another_checkpoint()
    {
        foreach (var (certificate, key) in new[] { (Signer, (AsymmetricAlgorithm)EcDsa), (RsaSigner, Rsa) })
        {
            var message = CheckpointSignature.Sign(Checkpoint, certificate, key);

            Assert.Equal(0, Verify(message, Checkpoint.ToBody(), certificate.ExportCertificatePem()));
            Assert.NotEqual(0, Verify(message, Other.ToBody(), certificate.ExportCertificatePem()));
        }
    }

    [OpenSslFact]
    public void We_verify_what_OpenSSL_signs()
    {
        OpenSslProgram.Succeed(
        [
            "cms", "-sign", "-binary", "-md", "sha256", "-in", _lab.Keep("body", Checkpoint.ToBody()), "-outform", "DER",
            "-signer", _lab.Keep("signer.pem", Encoding.ASCII.GetBytes(Signer.ExportCertificatePem())),
            "-inkey", _lab.Keep("key.pem", Encoding.ASCII.GetBytes(EcDsa.ExportPkcs8PrivateKeyPem())),
            "-out", _lab.PathOf("signature"),
        ]);

        Assert.True(CheckpointSignature.Verify(Checkpoint, File.ReadAllBytes(_lab.PathOf("signature")), Signer).IsT0);
    }

    [Fact]
    public void A_signature_is_accepted_for_its_checkpoint_and_its_signer_only()
    {
        var message = CheckpointSignature.Sign(Checkpoint, Signer, EcDsa);

        Assert.True(CheckpointSignature.Verify(Checkpoint, message, Signer).IsT0);
        Assert.Equal(CmsSignatureRefusal.BadSignature, CheckpointSignature.Verify(Other, message, Signer).AsT1);
        Assert.Equal(CmsSignatureRefusal.OtherSigner, CheckpointSignature.Verify(Checkpoint, message, RsaSigner).AsT1);
        Assert.Equal(CmsSignatureRefusal.Malformed, CheckpointSignature.Verify(Checkpoint, [.. message, 0], Signer).AsT1);
        Assert.Equal(CmsSignatureRefusal.Malformed, CheckpointSignature.Verify(Checkpoint, message.AsSpan()[..^1], Signer).AsT1);
        Assert.Equal(CmsSignatureRefusal.Malformed, CheckpointSignature.Verify(Checkpoint, [], Signer).AsT1);
    }

    [Fact]
    public void A_message_that_holds_content_is_not_detached()
    {
        var signed = new SignedCms(new ContentInfo(Checkpoint.ToBody()), detached: false);
        signed.ComputeSignature(Cms(HashAlgorithmName.SHA256));

        Assert.Equal(CmsSignatureRefusal.NotDetached, CheckpointSignature.Verify(Checkpoint, signed.Encode(), Signer).AsT1);
    }

    [Fact]
    public void A_weak_digest_and_a_second_signer_are_refused()
    {
        var weak = new SignedCms(new ContentInfo(Checkpoint.ToBody()), detached: true);
        weak.ComputeSignature(Cms(HashAlgorithmName.SHA1));
        var two = new SignedCms(new ContentInfo(Checkpoint.ToBody()), detached: true);
        two.ComputeSignature(Cms(HashAlgorithmName.SHA256));
        two.ComputeSignature(Cms(HashAlgorithmName.SHA384));

        Assert.Equal(CmsSignatureRefusal.WeakDigest, CheckpointSignature.Verify(Checkpoint, weak.Encode(), Signer).AsT1);
        Assert.Equal(CmsSignatureRefusal.NotOneSigner, CheckpointSignature.Verify(Checkpoint, two.Encode(), Signer).AsT1);
    }

    [Fact]
    public void Whichever_byte_is_changed_nothing_else_is_accepted_and_nothing_throws()
    {
        var message = CheckpointSignature.Sign(Checkpoint, Signer, EcDsa);
        var accepted = 0;
        for (var at = 0; at < message.Length; at++)
        {
            var changed = message.ToArray();
            changed[at] ^= 1;
            accepted += CheckpointSignature.Verify(Checkpoint, changed, Signer).IsT0 ? 1 : 0;
        }

        // What neither the signature covers nor anybody needs: two versions, the list of digests in front, and the tag of
        // the certificates.
        Assert.InRange(accepted, 0, 13);
    }

    private static CmsSigner Cms(HashAlgorithmName digest) => new(SubjectIdentifierType.IssuerAndSerialNumber, Signer, EcDsa)
    {
        DigestAlgorithm = new Oid(
            digest == HashAlgorithmName.SHA1 ? "1.3.14.3.2.26"
            : digest == HashAlgorithmName.SHA384 ? "2.16.840.1.101.3.4.2.2"
            : "2.16.840.1.101.3.4.2.1"),
        IncludeOption = System.Security.Cryptography.X509Certificates.X509IncludeOption.EndCertOnly,
    };

    private int Verify(byte[] message, byte[] body, string certificate) => OpenSslProgram.Run(
        "cms", "-verify", "-binary", "-inform", "DER", "-in", _lab.Keep("signature", message),
        "-content", _lab.Keep("body", body),
        "-CAfile", _lab.Keep("ca.pem", Encoding.ASCII.GetBytes(certificate)), "-purpose", "any",
        "-out", _lab.PathOf("verified")).ExitCode;
}
