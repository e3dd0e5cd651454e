using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>Time stamps of RFC 3161 for checkpoints: a request for an authority, and the check of its answer.</summary>
/// <remarks>
/// The stamp is about the SHA-256 of the checkpoint's body. A host sends the request and keeps the answer; the check
/// reads nothing but what it is given. No chain is built and no revocation looked up, so the verifier names the
/// certificate of the authority that it trusts. Safe for concurrent use.
/// </remarks>
public static class CheckpointTimeStamp
{
    private const int NonceLength = 16;

    /// <summary>Makes a request.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="random">Where the nonce comes from.</param>
    /// <returns>The request in DER, which asks for the certificate of the authority too. Keep it for the
    /// check.</returns>
    public static byte[] Request(Checkpoint checkpoint, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(random);
        var nonce = new byte[NonceLength];
        random.Fill(nonce);

        // A positive number of full length, so that it survives being read as one.
        nonce[0] = (byte)((nonce[0] & 0x7F) | 0x40);
        var hash = SHA256.HashData(checkpoint.ToBody());
        return Rfc3161TimestampRequest
            .CreateFromHash(hash, HashAlgorithmName.SHA256, null, nonce, requestSignerCertificates: true)
            .Encode();
    }

    /// <summary>Checks the answer to a request.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="request">The request that was sent.</param>
    /// <param name="response">The answer, in DER.</param>
    /// <param name="trusted">The certificate of the authority.</param>
    /// <returns>The time, or why the answer is not accepted.</returns>
    public static OneOf<TimeStamp, TimeStampRefusal> Check(
        Checkpoint checkpoint,
        ReadOnlyMemory<byte> request,
        ReadOnlyMemory<byte> response,
        X509Certificate2 trusted)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(trusted);
        if (!Rfc3161TimestampRequest.TryDecode(request, out var asked, out var length) || length != request.Length
            || !EncodedMessage.IsWhole(response.Span))
        {
            return TimeStampRefusal.Malformed;
        }

        try
        {
            // It compares the nonce, the hash and the policy with those of the request.
            return Check(checkpoint, asked.ProcessResponse(response, out _), trusted);
        }
        catch (CryptographicException)
        {
            return TimeStampRefusal.OtherRequest;
        }
    }

    /// <summary>Checks a token that was kept without its request.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="token">The token, in DER.</param>
    /// <param name="trusted">The certificate of the authority.</param>
    /// <returns>The time, or why the token is not accepted. Whether it answers the right request is not
    /// checked.</returns>
    public static OneOf<TimeStamp, TimeStampRefusal> CheckToken(
        Checkpoint checkpoint, ReadOnlyMemory<byte> token, X509Certificate2 trusted)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(trusted);
        return EncodedMessage.IsWhole(token.Span)
            && Rfc3161TimestampToken.TryDecode(token, out var read, out var length)
            && length == token.Length
                ? Check(checkpoint, read, trusted)
                : TimeStampRefusal.Malformed;
    }

    private static OneOf<TimeStamp, TimeStampRefusal> Check(
        Checkpoint checkpoint, Rfc3161TimestampToken token, X509Certificate2 trusted)
    {
        var info = token.TokenInfo;
        if (info.HashAlgorithmId.Value != "2.16.840.1.101.3.4.2.1"
            || !info.GetMessageHash().Span.SequenceEqual(SHA256.HashData(checkpoint.ToBody())))
        {
            return TimeStampRefusal.OtherCheckpoint;
        }

        var at = Instant.FromDateTimeOffset(info.Timestamp);
        if (!CertificateValidity.Of(trusted).Includes(at))
        {
            return TimeStampRefusal.OutsideValidity;
        }

        try
        {
            if (!token.VerifySignatureForHash(
                info.GetMessageHash().Span, HashAlgorithmName.SHA256, out var signer, [trusted]))
            {
                return signer is null || !IsTrusted(signer, trusted)
                    ? TimeStampRefusal.OtherSigner
                    : TimeStampRefusal.BadSignature;
            }

            return IsTrusted(signer, trusted)
                ? new TimeStamp(
                    at,
                    info.AccuracyInMicroseconds is { } accuracy ? Duration.FromNanoseconds(accuracy * 1000) : null,
                    info.PolicyId.Value ?? "",
                    Convert.ToHexStringLower(info.GetSerialNumber().Span))
                : TimeStampRefusal.OtherSigner;
        }
        catch (CryptographicException)
        {
            return TimeStampRefusal.BadSignature;
        }
    }

    private static bool IsTrusted(X509Certificate2 signer, X509Certificate2 trusted) =>
        signer.RawDataMemory.Span.SequenceEqual(trusted.RawDataMemory.Span);
}
