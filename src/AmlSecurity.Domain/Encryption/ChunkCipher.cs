using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Encrypts and decrypts the chunks of one message of <see cref="Cobblestone256"/>.</summary>
/// <remarks>
/// A struct, because a message of 64 bytes should not pay for more objects than the platform's own. For one thread: one
/// <see cref="AesGcm"/> used by several gives wrong results on Linux.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "It is disposable; the analyzer does not see it on a struct.")]
internal readonly struct ChunkCipher : IDisposable
{
    private readonly AesGcm _cipher;

    // The base nonce, its last eight bytes apart, to be combined with the number of the chunk.
    private readonly uint _nonceHead;
    private readonly ulong _nonceTail;

    public ChunkCipher(ReadOnlySpan<byte> keys)
    {
        _cipher = new AesGcm(keys[..Cobblestone256.KeyLength], Cobblestone256.TagLength);
        _nonceHead = BinaryPrimitives.ReadUInt32BigEndian(keys[Cobblestone256.KeyLength..]);
        _nonceTail = BinaryPrimitives.ReadUInt64BigEndian(keys[(Cobblestone256.KeyLength + sizeof(uint))..]);
    }

    /// <summary>Makes the cipher of a new message and writes its commitment.</summary>
    public static ChunkCipher Derive(
        IncrementalHash hmac, ReadOnlySpan<byte> salt, BoundContext context, Span<byte> commitment)
    {
        Span<byte> keys = stackalloc byte[ChunkKeys.Length];
        ChunkKeys.Derive(hmac, salt, context, keys, commitment);
        var cipher = new ChunkCipher(keys);
        CryptographicOperations.ZeroMemory(keys);
        return cipher;
    }

    /// <summary>Makes the cipher of a message from its header.</summary>
    /// <returns><see langword="false"/> if key or context are not those of the message.</returns>
    public static bool TryDerive(
        IncrementalHash hmac, ReadOnlySpan<byte> header, BoundContext context, out ChunkCipher cipher)
    {
        Span<byte> keys = stackalloc byte[ChunkKeys.Length];
        var holds = ChunkKeys.TryDerive(hmac, header, context, keys);
        cipher = holds ? new ChunkCipher(keys) : default;
        CryptographicOperations.ZeroMemory(keys);
        return holds;
    }

    /// <summary>Encrypts a chunk; its tag goes behind it.</summary>
    public void Encrypt(long number, ReadOnlySpan<byte> chunk, Span<byte> output)
    {
        Span<byte> nonce = stackalloc byte[ChunkKeys.NonceLength];
        WriteNonce(number, nonce);
        _cipher.Encrypt(nonce, chunk, output[..chunk.Length], output[chunk.Length..]);
    }

    /// <summary>Decrypts a chunk with its tag behind it.</summary>
    public bool TryDecrypt(long number, ReadOnlySpan<byte> chunk, Span<byte> output)
    {
        Span<byte> nonce = stackalloc byte[ChunkKeys.NonceLength];
        WriteNonce(number, nonce);
        try
        {
            _cipher.Decrypt(nonce, chunk[..^Cobblestone256.TagLength], chunk[^Cobblestone256.TagLength..], output);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            // The platform has erased the output.
            return false;
        }
    }

    /// <summary>Encrypts consecutive chunks; the last one may be short.</summary>
    public void EncryptAll(long number, ReadOnlySpan<byte> plaintext, Span<byte> output, bool isLast)
    {
        while (plaintext.Length >= Cobblestone256.ChunkLength)
        {
            Encrypt(number++, plaintext[..Cobblestone256.ChunkLength], output[..Cobblestone256.SealedChunkLength]);
            plaintext = plaintext[Cobblestone256.ChunkLength..];
            output = output[Cobblestone256.SealedChunkLength..];
        }

        if (isLast)
        {
            Encrypt(number, plaintext, output[..(plaintext.Length + Cobblestone256.TagLength)]);
        }
    }

    /// <summary>Decrypts consecutive chunks up to the end of the span.</summary>
    public bool TryDecryptAll(long number, ReadOnlySpan<byte> ciphertext, Span<byte> output)
    {
        while (!ciphertext.IsEmpty)
        {
            var chunk = ciphertext[..Math.Min(ciphertext.Length, Cobblestone256.SealedChunkLength)];
            var length = chunk.Length - Cobblestone256.TagLength;
            if (!TryDecrypt(number++, chunk, output[..length]))
            {
                return false;
            }

            ciphertext = ciphertext[chunk.Length..];
            output = output[length..];
        }

        return true;
    }

    public void Dispose() => _cipher?.Dispose();

    private void WriteNonce(long number, Span<byte> nonce)
    {
        BinaryPrimitives.WriteUInt32BigEndian(nonce, _nonceHead);
        BinaryPrimitives.WriteUInt64BigEndian(nonce[sizeof(uint)..], _nonceTail ^ (ulong)number);
    }
}
