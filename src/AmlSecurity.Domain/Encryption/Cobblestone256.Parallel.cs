using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <content>The path for large buffers: the same messages, made and opened on several threads.</content>
public static partial class Cobblestone256
{
    /// <summary>Encrypts a plaintext on several threads of the pool, into the same message as one thread
    /// would.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="context">What the message is bound to.</param>
    /// <param name="salt">The salt, 24 bytes, never used before under this key.</param>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="ciphertext">Where the message goes, of exactly <see cref="CiphertextLength"/> bytes; not over the
    /// plaintext.</param>
    /// <param name="degree">The most threads, 1 or more.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the buffers overlap.</exception>
    public static void EncryptInParallel(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> context,
        ReadOnlySpan<byte> salt,
        ReadOnlyMemory<byte> plaintext,
        Memory<byte> ciphertext,
        int degree)
    {
        using var hmac = NewHmac(key);
        EncryptInParallel(hmac, context, salt, plaintext, ciphertext, degree);
    }

    /// <summary>Decrypts a message on several threads of the pool.</summary>
    /// <param name="key">The key. One of another length than 32 bytes opens nothing.</param>
    /// <param name="context">What the message was bound to.</param>
    /// <param name="ciphertext">The message.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the message.</param>
    /// <param name="degree">The most threads, 1 or more.</param>
    /// <param name="written">The length of the plaintext.</param>
    /// <returns><see langword="false"/> if anything is wrong, never saying what; then the plaintext is
    /// erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the buffers overlap.</exception>
    public static bool TryDecryptInParallel(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> context,
        ReadOnlyMemory<byte> ciphertext,
        Memory<byte> plaintext,
        int degree,
        out int written)
    {
        written = 0;
        if (key.Length != KeyLength)
        {
            CryptographicOperations.ZeroMemory(plaintext.Span);
            return false;
        }

        using var hmac = NewHmac(key);
        return TryDecryptInParallel(hmac, context, ciphertext, plaintext, degree, out written);
    }

    internal static void EncryptInParallel(
        IncrementalHash hmac,
        BoundContext context,
        ReadOnlySpan<byte> salt,
        ReadOnlyMemory<byte> plaintext,
        Memory<byte> ciphertext,
        int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        CheckLengths(salt, plaintext.Span, ciphertext.Span);
        var header = ciphertext.Span[..HeaderLength];
        var keys = GC.AllocateArray<byte>(ChunkKeys.Length, pinned: true);
        salt.CopyTo(header);
        ChunkKeys.Derive(hmac, salt, context, keys, header[SaltLength..]);
        try
        {
            ParallelChunks.Encrypt(keys, plaintext, ciphertext[HeaderLength..], degree);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(keys);
        }
    }

    internal static bool TryDecryptInParallel(
        IncrementalHash hmac,
        BoundContext context,
        ReadOnlyMemory<byte> ciphertext,
        Memory<byte> plaintext,
        int degree,
        out int written)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        written = 0;
        if (!TryGetDestination(ciphertext.Span, plaintext.Span, out var length))
        {
            CryptographicOperations.ZeroMemory(plaintext.Span);
            return false;
        }

        var keys = GC.AllocateArray<byte>(ChunkKeys.Length, pinned: true);
        try
        {
            if (ChunkKeys.TryDerive(hmac, ciphertext.Span[..HeaderLength], context, keys)
                && ParallelChunks.TryDecrypt(keys, ciphertext[HeaderLength..], plaintext[..length], degree))
            {
                written = length;
                return true;
            }

            CryptographicOperations.ZeroMemory(plaintext.Span[..length]);
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(keys);
        }
    }
}
