using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Cobblestone-256: chunked authenticated encryption that commits to its key and context.</summary>
/// <remarks>
/// <code>
/// standard   C2SP chunked-encryption, instance Cobblestone-256 (AES-256-GCM, SHA-512)
/// key        32 bytes              salt        24 bytes, fresh for each message
/// context    any bytes             commitment  32 bytes
/// chunk      16,384 bytes + tag 16, at most 2^38 chunks; the last is always shorter, and may be empty
/// message    salt || commitment || chunk 0 || chunk 1 || ...
/// derived    key(32) || base nonce(12) || commitment(32) = HKDF-Expand-SHA-512(key, label || salt || context)
/// nonce      base nonce XOR chunk number, big-endian
/// </code>
/// The salt is the only thing that may never repeat under one key. Safe for concurrent use.
/// </remarks>
public static partial class Cobblestone256
{
    /// <summary>The length of a key in bytes. No other is accepted.</summary>
    public const int KeyLength = 32;

    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 24;

    /// <summary>The length of a commitment in bytes.</summary>
    public const int CommitmentLength = 32;

    /// <summary>The length of what stands before the first chunk: salt and commitment.</summary>
    public const int HeaderLength = SaltLength + CommitmentLength;

    /// <summary>The length of the tag of a chunk in bytes.</summary>
    public const int TagLength = 16;

    /// <summary>The length of a full chunk of plaintext in bytes.</summary>
    public const int ChunkLength = 16 * 1024;

    /// <summary>The length of a full chunk with its tag in bytes.</summary>
    public const int SealedChunkLength = ChunkLength + TagLength;

    /// <summary>The most chunks of one message.</summary>
    public const long MaximumChunks = 1L << 38;

    /// <summary>The longest plaintext in bytes: all chunks full but the last.</summary>
    public const long MaximumPlaintextLength = (MaximumChunks * ChunkLength) - 1;

    /// <summary>Gets the length of the message of a plaintext.</summary>
    /// <param name="plaintextLength">The length of the plaintext, 0 to <see cref="MaximumPlaintextLength"/>.</param>
    /// <returns>The length of the message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of bounds.</exception>
    public static long CiphertextLength(long plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plaintextLength, MaximumPlaintextLength);
        return HeaderLength + plaintextLength + (((plaintextLength / ChunkLength) + 1) * TagLength);
    }

    /// <summary>Gets the length of the plaintext of a message.</summary>
    /// <param name="ciphertextLength">The length of the message.</param>
    /// <param name="plaintextLength">The length of the plaintext.</param>
    /// <returns><see langword="false"/> if no message has that length: a short last chunk is missing, or a tag is
    /// cut.</returns>
    public static bool TryGetPlaintextLength(long ciphertextLength, out long plaintextLength)
    {
        var (full, last) = Math.DivRem(Math.Max(ciphertextLength - HeaderLength, 0), SealedChunkLength);
        plaintextLength = (full * ChunkLength) + last - TagLength;
        var isPossible = last >= TagLength && full < MaximumChunks;
        plaintextLength = isPossible ? plaintextLength : 0;
        return isPossible;
    }

    /// <summary>Encrypts a plaintext in one go.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="context">What the message is bound to; whoever decrypts must give the same.</param>
    /// <param name="salt">The salt, 24 bytes, never used before under this key.</param>
    /// <param name="plaintext">The plaintext.</param>
    /// <param name="ciphertext">Where the message goes, of exactly <see cref="CiphertextLength"/> bytes; not over the
    /// plaintext.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    public static void Encrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> context,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext)
    {
        using var hmac = NewHmac(key);
        Encrypt(hmac, context, salt, plaintext, ciphertext);
    }

    /// <summary>Decrypts a message in one go.</summary>
    /// <param name="key">The key. One of another length than 32 bytes opens nothing.</param>
    /// <param name="context">What the message was bound to.</param>
    /// <param name="ciphertext">The message.</param>
    /// <param name="plaintext">Where the plaintext goes, at least as long as it; not over the message.</param>
    /// <param name="written">The length of the plaintext.</param>
    /// <returns><see langword="false"/> if anything is wrong, never saying what; then the plaintext is
    /// erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or the spans overlap.</exception>
    public static bool TryDecrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> context,
        ReadOnlySpan<byte> ciphertext,
        Span<byte> plaintext,
        out int written)
    {
        written = 0;
        if (key.Length != KeyLength)
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return false;
        }

        using var hmac = NewHmac(key);
        return TryDecrypt(hmac, context, ciphertext, plaintext, out written);
    }

    internal static IncrementalHash NewHmac(ReadOnlySpan<byte> key) => key.Length == KeyLength
        ? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA512, key)
        : throw new ArgumentException($"the key has {key.Length} bytes, not {KeyLength}", nameof(key));

    internal static void Encrypt(
        IncrementalHash hmac,
        BoundContext context,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext)
    {
        CheckLengths(salt, plaintext, ciphertext);
        salt.CopyTo(ciphertext);
        using var chunks = ChunkCipher.Derive(
            hmac, ciphertext[..SaltLength], context, ciphertext[SaltLength..HeaderLength]);
        chunks.EncryptAll(0, plaintext, ciphertext[HeaderLength..], isLast: true);
    }

    internal static bool TryDecrypt(
        IncrementalHash hmac,
        BoundContext context,
        ReadOnlySpan<byte> ciphertext,
        Span<byte> plaintext,
        out int written)
    {
        written = 0;
        if (!TryGetDestination(ciphertext, plaintext, out var length))
        {
            CryptographicOperations.ZeroMemory(plaintext);
            return false;
        }

        plaintext = plaintext[..length];
        if (ChunkCipher.TryDerive(hmac, ciphertext[..HeaderLength], context, out var chunks))
        {
            using (chunks)
            {
                if (chunks.TryDecryptAll(0, ciphertext[HeaderLength..], plaintext))
                {
                    written = length;
                    return true;
                }
            }
        }

        CryptographicOperations.ZeroMemory(plaintext);
        return false;
    }

    internal static void RefuseOverlap(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (source.Overlaps(destination))
        {
            throw new ArgumentException("source and destination overlap", nameof(destination));
        }
    }

    private static void CheckLengths(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext)
    {
        if (salt.Length != SaltLength)
        {
            throw new ArgumentException($"the salt has {salt.Length} bytes, not {SaltLength}", nameof(salt));
        }

        if (ciphertext.Length != CiphertextLength(plaintext.Length))
        {
            throw new ArgumentException("the destination is not exactly as long as the message", nameof(ciphertext));
        }

        RefuseOverlap(plaintext, ciphertext);
    }

    private static bool TryGetDestination(ReadOnlySpan<byte> ciphertext, Span<byte> plaintext, out int length)
    {
        length = 0;
        if (!TryGetPlaintextLength(ciphertext.Length, out var possible))
        {
            return false;
        }

        if (plaintext.Length < possible)
        {
            throw new ArgumentException("the destination is shorter than the plaintext", nameof(plaintext));
        }

        length = (int)possible;
        RefuseOverlap(ciphertext, plaintext[..length]);
        return true;
    }
}
