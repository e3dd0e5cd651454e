using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>AES key wrap with a 256-bit key (A256KW): the wrapping of a data key under a symmetric key.</summary>
/// <remarks>
/// <code>
/// standard   RFC 3394, NIST SP 800-38F (KW)
/// key        32 bytes
/// secret     16 to 4,096 bytes, a multiple of 8
/// wrapped    secret + 8 bytes
/// </code>
/// Written here because the platform has only RFC 5649, whose output differs. Not safe for concurrent use: make one for
/// each thread. Erases its working memory.
/// </remarks>
public sealed class AesKeyWrap : IDisposable
{
    /// <summary>How much longer a wrapped secret is than the secret, in bytes.</summary>
    public const int Overhead = SemiblockLength;

    private const int SemiblockLength = 8;
    private const int BlockLength = 16;
    private const int Rounds = 6;

    // RFC 3394, section 2.2.3.1.
    private const ulong InitialValue = 0xA6A6A6A6A6A6A6A6;

    private readonly Aes _aes;
    private readonly byte[] _block = GC.AllocateArray<byte>(BlockLength, pinned: true);
    private ICryptoTransform? _encryptor;
    private ICryptoTransform? _decryptor;
    private bool _isDisposed;

    /// <summary>Prepares a key.</summary>
    /// <param name="key">The wrapping key, 32 bytes.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public AesKeyWrap(ReadOnlySpan<byte> key)
    {
        if (key.Length != Cobblestone256.KeyLength)
        {
            throw new ArgumentException($"the key has {key.Length} bytes, not {Cobblestone256.KeyLength}", nameof(key));
        }

        _aes = Aes.Create();
        _aes.Mode = CipherMode.ECB;
        _aes.Padding = PaddingMode.None;
        _aes.SetKey(key);
    }

    /// <summary>Wraps a secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="wrapped">Where it goes, of exactly <see cref="Overhead"/> bytes more.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    /// <exception cref="ObjectDisposedException">The key is erased.</exception>
    public void Wrap(ReadOnlySpan<byte> secret, Span<byte> wrapped)
    {
        // INVARIANT: an erased key is never asked for a transform; the platform would silently make a random key.
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!IsWrappable(secret.Length) || wrapped.Length != secret.Length + Overhead)
        {
            throw new ArgumentException("the secret or the destination has a wrong length", nameof(secret));
        }

        _encryptor ??= _aes.CreateEncryptor();
        secret.CopyTo(wrapped[SemiblockLength..]);
        var register = InitialValue;
        var semiblocks = secret.Length / SemiblockLength;
        for (var step = 1; step <= Rounds * semiblocks; step++)
        {
            var semiblock = wrapped.Slice((((step - 1) % semiblocks) + 1) * SemiblockLength, SemiblockLength);
            register = Transform(_encryptor, register, semiblock) ^ (ulong)step;
        }

        BinaryPrimitives.WriteUInt64BigEndian(wrapped, register);
        CryptographicOperations.ZeroMemory(_block);
    }

    /// <summary>Unwraps a secret.</summary>
    /// <param name="wrapped">The wrapped secret.</param>
    /// <param name="secret">Where it goes, of exactly <see cref="Overhead"/> bytes less.</param>
    /// <returns><see langword="false"/> if it was not wrapped under this key or was changed; then the destination is
    /// erased.</returns>
    /// <exception cref="ArgumentException">The destination has a wrong length.</exception>
    /// <exception cref="ObjectDisposedException">The key is erased.</exception>
    public bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> secret)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!IsWrappable(wrapped.Length - Overhead))
        {
            CryptographicOperations.ZeroMemory(secret);
            return false;
        }

        if (secret.Length != wrapped.Length - Overhead)
        {
            throw new ArgumentException("the destination has a wrong length", nameof(secret));
        }

        _decryptor ??= _aes.CreateDecryptor();

        // Read before the copy, which may go over it: a secret may be unwrapped in its place.
        var register = BinaryPrimitives.ReadUInt64BigEndian(wrapped);
        wrapped[SemiblockLength..].CopyTo(secret);
        var semiblocks = secret.Length / SemiblockLength;
        for (var step = Rounds * semiblocks; step >= 1; step--)
        {
            var semiblock = secret.Slice(((step - 1) % semiblocks) * SemiblockLength, SemiblockLength);
            register = Transform(_decryptor, register ^ (ulong)step, semiblock);
        }

        CryptographicOperations.ZeroMemory(_block);
        if ((register ^ InitialValue) == 0)
        {
            return true;
        }

        CryptographicOperations.ZeroMemory(secret);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _encryptor?.Dispose();
        _decryptor?.Dispose();
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_block);
    }

    private static bool IsWrappable(int length) => length is >= 16 and <= 4096 && length % SemiblockLength == 0;

    // One block of register and semiblock; the semiblock is replaced, the new register returned.
    private ulong Transform(ICryptoTransform cipher, ulong register, Span<byte> semiblock)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_block, register);
        semiblock.CopyTo(_block.AsSpan(SemiblockLength));
        cipher.TransformBlock(_block, 0, BlockLength, _block, 0);
        _block.AsSpan(SemiblockLength).CopyTo(semiblock);
        return BinaryPrimitives.ReadUInt64BigEndian(_block);
    }
}
