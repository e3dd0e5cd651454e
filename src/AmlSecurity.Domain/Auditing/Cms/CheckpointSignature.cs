using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using OneOf;
using OneOf.Types;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>Signatures over the body of a checkpoint as SignedData of CMS (RFC 5652), for programs that read no signed
/// notes.</summary>
/// <remarks>
/// Detached, over SHA-256. Nothing is read but what is given: no chain is built, no store is opened, and no validity or
/// revocation of a certificate is checked, so the verifier names the one that it trusts. Safe for concurrent use as far
/// as the key is.
/// </remarks>
public static class CheckpointSignature
{
    private const string DataOid = "1.2.840.113549.1.7.1";

    private static readonly ImmutableArray<string> Digests =
        ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <summary>Signs a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="certificate">The signer's certificate, which goes into the message.</param>
    /// <param name="key">Its private key, RSA or ECDSA, in this process.</param>
    /// <returns>The message in DER.</returns>
    /// <exception cref="CryptographicException">The key does not sign, or is not that of the certificate.</exception>
    public static byte[] Sign(Checkpoint checkpoint, X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        var signed = new SignedCms(new ContentInfo(checkpoint.ToBody()), detached: true);

        // With more than the certificate itself a chain would be built, out of stores and files.
        signed.ComputeSignature(
            new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
            {
                DigestAlgorithm = new Oid(Digests[0]),
                IncludeOption = X509IncludeOption.EndCertOnly,
            },
            silent: true);
        return signed.Encode();
    }

    /// <summary>Verifies a signature.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="message">The message, in DER or BER.</param>
    /// <param name="trusted">The certificate that is trusted to sign.</param>
    /// <returns>Success, or why the signature is not accepted.</returns>
    public static OneOf<Success, CmsSignatureRefusal> Verify(
        Checkpoint checkpoint, ReadOnlySpan<byte> message, X509Certificate2 trusted)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(trusted);
        try
        {
            return Refuse(checkpoint, message, trusted) is { } refusal ? refusal : default(Success);
        }
        catch (CryptographicException)
        {
            return CmsSignatureRefusal.Malformed;
        }
    }

    private static CmsSignatureRefusal? Refuse(
        Checkpoint checkpoint, ReadOnlySpan<byte> message, X509Certificate2 trusted)
    {
        if (!EncodedMessage.IsWhole(message))
        {
            return CmsSignatureRefusal.Malformed;
        }

        // One that is told the content does not say whether the message has another.
        var alone = new SignedCms();
        alone.Decode(message);
        if (alone.ContentInfo.ContentType.Value != DataOid)
        {
            return CmsSignatureRefusal.Malformed;
        }

        if (alone.ContentInfo.Content.Length > 0)
        {
            return CmsSignatureRefusal.NotDetached;
        }

        var signed = new SignedCms(new ContentInfo(checkpoint.ToBody()), detached: true);
        signed.Decode(message);

        if (signed.SignerInfos.Count != 1)
        {
            return CmsSignatureRefusal.NotOneSigner;
        }

        var signer = signed.SignerInfos[0];
        if (!signer.SignerIdentifier.MatchesCertificate(trusted)
            || !signed.Certificates.All(one => IsSame(one, trusted)))
        {
            return CmsSignatureRefusal.OtherSigner;
        }

        return Digests.Contains(signer.DigestAlgorithm.Value ?? "")
            ? Check(signer, trusted)
            : CmsSignatureRefusal.WeakDigest;
    }

    // No signature covers what is enclosed, so it is nothing but the trusted certificate.
    private static bool IsSame(X509Certificate2 enclosed, X509Certificate2 trusted) =>
        enclosed.RawDataMemory.Span.SequenceEqual(trusted.RawDataMemory.Span);

    private static CmsSignatureRefusal? Check(SignerInfo signer, X509Certificate2 trusted)
    {
        try
        {
            signer.CheckSignature([trusted], verifySignatureOnly: true);
            return null;
        }
        catch (CryptographicException)
        {
            return CmsSignatureRefusal.BadSignature;
        }
    }
}
