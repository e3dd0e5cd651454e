using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>RSA-OAEP with SHA-256 (RSA-OAEP-256): the wrapping of a data key under a public key.</summary>
/// <remarks>
/// <code>
/// standard   RFC 8017, section 7.1, with SHA-256 and MGF1-SHA-256 and an empty label
/// key        RSA, 2,048 to 16,384 bits
/// </code>
/// It hides the data key but proves no origin: whoever has the public key can wrap. Safe for concurrent use if the key
/// is.
/// </remarks>
public static class RsaOaep256
{
    /// <summary>The shortest modulus, in bits.</summary>
    public const int MinimumKeySize = 2048;

    /// <summary>Wraps a data key.</summary>
    /// <param name="publicKey">The public key.</param>
    /// <param name="dataKey">The data key, 32 bytes.</param>
    /// <returns>The wrapped data key.</returns>
    /// <exception cref="ArgumentException">The data key has another length, or the RSA key is too short.</exception>
    public static byte[] Wrap(RSA publicKey, ReadOnlySpan<byte> dataKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        if (dataKey.Length != Cobblestone256.KeyLength || publicKey.KeySize < MinimumKeySize)
        {
            throw new ArgumentException(
                "the data key has not 32 bytes, or the RSA key fewer than 2,048 bits", nameof(dataKey));
        }

        return publicKey.Encrypt(dataKey, RSAEncryptionPadding.OaepSHA256);
    }

    /// <summary>Unwraps a data key.</summary>
    /// <param name="privateKey">The private key.</param>
    /// <param name="wrapped">The wrapped data key.</param>
    /// <param name="dataKey">Where it goes, 32 bytes.</param>
    /// <returns><see langword="false"/> if it was not wrapped for this key or is no data key; then the destination is
    /// erased.</returns>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public static bool TryUnwrap(RSA privateKey, ReadOnlySpan<byte> wrapped, Span<byte> dataKey)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        if (dataKey.Length != Cobblestone256.KeyLength)
        {
            throw new ArgumentException("a data key has 32 bytes", nameof(dataKey));
        }

        CryptographicOperations.ZeroMemory(dataKey);
        if (wrapped.Length != (privateKey.KeySize + 7) / 8)
        {
            return false;
        }

        Span<byte> message = stackalloc byte[wrapped.Length];
        try
        {
            var isKey = privateKey.TryDecrypt(wrapped, message, RSAEncryptionPadding.OaepSHA256, out var length)
                && length == dataKey.Length;
            if (isKey)
            {
                message[..length].CopyTo(dataKey);
            }

            return isKey;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }
}
