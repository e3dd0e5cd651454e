using System.Diagnostics;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Signs service tokens with a key in the memory of this process, for development and tests.</summary>
/// <remarks>ECDSA draws a number for each signature, so the same arguments may give another answer. Reference equality;
/// no order, no text form. Safe for concurrent use.</remarks>
[DebuggerDisplay("{Algorithm} signer {KeyId}")]
public sealed class InMemoryTokenSigner : IServiceTokenSigner, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ECDsa? _ecdsa;
    private readonly SecretBytes? _secret;

    private InMemoryTokenSigner(ServiceTokenKey key, ECDsa? ecdsa, SecretBytes? secret)
    {
        KeyId = key.KeyId;
        Algorithm = key.Algorithm;
        Period = key.Period;
        _ecdsa = ecdsa;
        _secret = secret;
    }

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <inheritdoc/>
    public ServiceTokenAlgorithm Algorithm { get; }

    /// <inheritdoc/>
    public KeyPeriod Period { get; }

    /// <summary>Takes in an ES256 key.</summary>
    /// <param name="keyId">The name, 1 to 64 ASCII letters, digits, dashes, underscores and dots.</param>
    /// <param name="key">The key with its private half, on P-256, which is copied.</param>
    /// <param name="period">When it signs; always by default.</param>
    /// <returns>The signer, to be disposed.</returns>
    /// <exception cref="ArgumentException">The name is none, or the key not on P-256.</exception>
    /// <exception cref="CryptographicException">The key has no private half that it gives out.</exception>
    public static InMemoryTokenSigner Es256(string keyId, ECDsa key, KeyPeriod? period = null)
    {
        using var check = ServiceTokenKey.Es256(keyId, key, period);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        try
        {
            return new InMemoryTokenSigner(check, ECDsa.Create(parameters), secret: null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    /// <summary>Takes in an HS256 secret.</summary>
    /// <param name="keyId">The name, 1 to 64 ASCII letters, digits, dashes, underscores and dots.</param>
    /// <param name="secret">The secret, <see cref="ServiceTokenKey.ShortestSecret"/> bytes or more. The caller erases
    /// the original.</param>
    /// <param name="period">When it signs; always by default.</param>
    /// <returns>The signer, to be disposed.</returns>
    /// <exception cref="ArgumentException">The name is none, or the secret too short.</exception>
    public static InMemoryTokenSigner Hs256(string keyId, ReadOnlySpan<byte> secret, KeyPeriod? period = null)
    {
        using var check = ServiceTokenKey.Hs256(keyId, secret, period);
        return new InMemoryTokenSigner(check, ecdsa: null, SecretBytes.CopyOf(secret));
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The signer is disposed of.</exception>
    /// <exception cref="ArgumentException">The buffer is shorter than the signature.</exception>
    public ValueTask<int> SignAsync(
        ReadOnlyMemory<byte> signingInput, Memory<byte> signature, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Sign(signingInput.Span, signature.Span));
    }

    /// <summary>Erases the key.</summary>
    public void Dispose()
    {
        _secret?.Dispose();
        lock (_gate)
        {
            _ecdsa?.Dispose();
        }
    }

    private int Sign(ReadOnlySpan<byte> signingInput, Span<byte> signature)
    {
        if (_ecdsa is null)
        {
            var isLent = _secret!.TryLease(out var lease);
            ObjectDisposedException.ThrowIf(!isLent, this);
            using (lease)
            {
                return HMACSHA256.HashData(lease.Bytes, signingInput, signature);
            }
        }

        lock (_gate)
        {
            return _ecdsa.SignData(
                signingInput, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }
}
