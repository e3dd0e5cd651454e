using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>AES key wrap with padding (A256KWP), for secrets of any length. No envelope uses it.</summary>
/// <remarks>
/// <code>
/// standard   RFC 5649, NIST SP 800-38F (KWP)
/// key        32 bytes
/// secret     1 to 4,096 bytes
/// wrapped    secret rounded up to a multiple of 8, + 8 bytes
/// </code>
/// The platform's own implementation behind the checks of this library. Safe for concurrent use.
/// </remarks>
public static class AesKeyWrapPadded
{
    private const int LongestSecret = 4096;
    private const int ShortestWrapped = 16;
    private const int LongestWrapped = LongestSecret + 8;

    /// <summary>Wraps a secret.</summary>
    /// <param name="key">The wrapping key, 32 bytes.</param>
    /// <param name="secret">The secret.</param>
    /// <returns>The wrapped secret.</returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public static byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret)
    {
        if (secret.Length is < 1 or > LongestSecret)
        {
            throw new ArgumentException($"the secret has {secret.Length} bytes", nameof(secret));
        }

        using var aes = Prepare(key);
        return aes.EncryptKeyWrapPadded(secret);
    }

    /// <summary>Unwraps a secret.</summary>
    /// <param name="key">The wrapping key, 32 bytes.</param>
    /// <param name="wrapped">The wrapped secret.</param>
    /// <param name="secret">The secret, or empty.</param>
    /// <returns><see langword="false"/> if it was not wrapped under this key or was changed.</returns>
    /// <exception cref="ArgumentException">The key has a wrong length.</exception>
    public static bool TryUnwrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> wrapped, out byte[] secret)
    {
        secret = [];
        using var aes = Prepare(key);
        if (wrapped.Length is < ShortestWrapped or > LongestWrapped || wrapped.Length % 8 != 0)
        {
            return false;
        }

        try
        {
            secret = aes.DecryptKeyWrapPadded(wrapped);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static Aes Prepare(ReadOnlySpan<byte> key)
    {
        if (key.Length != Cobblestone256.KeyLength)
        {
            throw new ArgumentException($"the key has {key.Length} bytes, not {Cobblestone256.KeyLength}", nameof(key));
        }

        var aes = Aes.Create();
        aes.SetKey(key);
        return aes;
    }
}
