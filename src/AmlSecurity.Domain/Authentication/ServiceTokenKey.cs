using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Authentication;

/// <summary>A key that service tokens are checked with: for ES256 the public half, for HS256 the secret.</summary>
/// <remarks>Reference equality; no order, no text form. Safe for concurrent use.</remarks>
[DebuggerDisplay("{Algorithm} key {KeyId}")]
public sealed class ServiceTokenKey : IDisposable
{
    /// <summary>The fewest bytes of an HS256 secret (RFC 7518, section 3.2).</summary>
    public const int ShortestSecret = 32;

    private readonly SecretBytes? _secret;
    private readonly EcdsaVerifier? _verifier;
    private readonly ImmutableArray<byte[]> _headers;

    private ServiceTokenKey(
        string keyId, ServiceTokenAlgorithm algorithm, SecretBytes? secret, EcdsaVerifier? verifier, KeyPeriod period)
    {
        KeyId = keyId;
        Algorithm = algorithm;
        Period = period;
        _secret = secret;
        _verifier = verifier;
        _headers = ServiceTokenHeaders.ReadFrom(keyId, algorithm);
    }

    /// <summary>Gets the name by which a header names the key.</summary>
    public string KeyId { get; }

    /// <summary>Gets the one algorithm that it is for.</summary>
    public ServiceTokenAlgorithm Algorithm { get; }

    /// <summary>Gets when it signs, and whether it is revoked.</summary>
    public KeyPeriod Period { get; }

    /// <summary>Takes in an HS256 secret.</summary>
    /// <param name="keyId">The name, 1 to 64 ASCII letters, digits, dashes, underscores and dots.</param>
    /// <param name="secret">The secret, <see cref="ShortestSecret"/> bytes or more. The caller erases the
    /// original.</param>
    /// <param name="period">When it signs; always by default.</param>
    /// <returns>The key, to be disposed.</returns>
    /// <exception cref="ArgumentException">The name is none, or the secret too short.</exception>
    public static ServiceTokenKey Hs256(string keyId, ReadOnlySpan<byte> secret, KeyPeriod? period = null)
    {
        ServiceTokenHeaders.RefuseBadId(keyId);
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"an HS256 secret has {ShortestSecret} bytes or more", nameof(secret));
        }

        return new ServiceTokenKey(
            keyId, ServiceTokenAlgorithm.HS256, SecretBytes.CopyOf(secret), verifier: null, period ?? KeyPeriod.Always);
    }

    /// <summary>Takes in the public half of an ES256 key.</summary>
    /// <param name="keyId">The name, 1 to 64 ASCII letters, digits, dashes, underscores and dots.</param>
    /// <param name="key">The key, on the curve P-256; only its public half is copied.</param>
    /// <param name="period">When it signs; always by default.</param>
    /// <returns>The key, to be disposed.</returns>
    /// <exception cref="ArgumentException">The name is none, or the key not on P-256.</exception>
    public static ServiceTokenKey Es256(string keyId, ECDsa key, KeyPeriod? period = null)
    {
        ServiceTokenHeaders.RefuseBadId(keyId);
        ArgumentNullException.ThrowIfNull(key);
        var half = key.ExportParameters(includePrivateParameters: false);
        return half.Curve.IsNamed && half.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? new ServiceTokenKey(
                keyId, ServiceTokenAlgorithm.ES256, secret: null, new EcdsaVerifier(half), period ?? KeyPeriod.Always)
            : throw new ArgumentException("the key is not on the curve P-256", nameof(key));
    }

    /// <summary>Erases an HS256 secret, after which the key fits no token, and frees what an ES256 key has
    /// pooled.</summary>
    public void Dispose()
    {
        _secret?.Dispose();
        _verifier?.Dispose();
    }

    internal static int SignatureLengthOf(ServiceTokenAlgorithm algorithm) =>
        algorithm == ServiceTokenAlgorithm.HS256 ? HMACSHA256.HashSizeInBytes : 64;

    internal bool IsHeader(ReadOnlySpan<byte> encoded)
    {
        foreach (var header in _headers)
        {
            if (encoded.SequenceEqual(header))
            {
                return true;
            }
        }

        return false;
    }

    internal bool IsSigned(ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLengthOf(Algorithm)
        && (_verifier?.Verify(signingInput, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ?? IsSignedByHmac(signingInput, signature));

    private bool IsSignedByHmac(ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature)
    {
        if (!_secret!.TryLease(out var lease))
        {
            return false;
        }

        using (lease)
        {
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(lease.Bytes, signingInput, mac);
            return CryptographicOperations.FixedTimeEquals(mac, signature);
        }
    }
}
