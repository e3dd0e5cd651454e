using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Derives what one message of <see cref="Cobblestone256"/> is encrypted under.</summary>
internal static class ChunkKeys
{
    /// <summary>The length of a base nonce in bytes.</summary>
    public const int NonceLength = 12;

    /// <summary>The length of the keys of a message in bytes: key and base nonce.</summary>
    public const int Length = Cobblestone256.KeyLength + NonceLength;

    private const int MacLength = HMACSHA512.HashSizeInBytes;

    // Each call into the platform's MAC costs as much as several hundred bytes: an information of up to this length,
    // with the first block before it, goes in with one.
    private const int LongestInOneCall = 640;

    private static ReadOnlySpan<byte> Label => "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"u8;

    /// <summary>Derives the keys of a new message, and its commitment.</summary>
    public static void Derive(
        IncrementalHash hmac, ReadOnlySpan<byte> salt, BoundContext context, Span<byte> keys, Span<byte> commitment)
    {
        Span<byte> derived = stackalloc byte[2 * MacLength];
        Expand(hmac, salt, context, derived);
        derived[..Length].CopyTo(keys);
        derived.Slice(Length, Cobblestone256.CommitmentLength).CopyTo(commitment);
        CryptographicOperations.ZeroMemory(derived);
    }

    /// <summary>Derives the keys of a message from its header, and checks the commitment before anything is
    /// decrypted.</summary>
    /// <returns><see langword="false"/> if key or context are not those of the message; then there are no
    /// keys.</returns>
    public static bool TryDerive(
        IncrementalHash hmac, ReadOnlySpan<byte> header, BoundContext context, Span<byte> keys)
    {
        Span<byte> commitment = stackalloc byte[Cobblestone256.CommitmentLength];
        Derive(hmac, header[..Cobblestone256.SaltLength], context, keys, commitment);
        if (CryptographicOperations.FixedTimeEquals(commitment, header[Cobblestone256.SaltLength..]))
        {
            return true;
        }

        CryptographicOperations.ZeroMemory(keys);
        return false;
    }

    // RFC 5869, section 2.3, for two blocks. The platform's HKDF.Expand refuses a key of 32 bytes with SHA-512.
    private static void Expand(
        IncrementalHash hmac, ReadOnlySpan<byte> salt, BoundContext context, Span<byte> output)
    {
        var length = MacLength + Label.Length + salt.Length + context.Length + 1;
        if (length <= LongestInOneCall)
        {
            ExpandAtOnce(hmac, salt, context, output, length);
            return;
        }

        AppendInfo(hmac, salt, context, counter: 1);
        hmac.GetHashAndReset(output);
        hmac.AppendData(output[..MacLength]);
        AppendInfo(hmac, salt, context, counter: 2);
        hmac.GetHashAndReset(output[MacLength..]);
    }

    private static void ExpandAtOnce(
        IncrementalHash hmac, ReadOnlySpan<byte> salt, BoundContext context, Span<byte> output, int length)
    {
        Span<byte> buffer = stackalloc byte[LongestInOneCall];
        var input = buffer[..length];
        var info = input[MacLength..];
        Label.CopyTo(info);
        salt.CopyTo(info[Label.Length..]);
        context.CopyTo(info[(Label.Length + salt.Length)..]);
        info[^1] = 1;
        hmac.AppendData(info);
        hmac.GetHashAndReset(output);
        output[..MacLength].CopyTo(input);
        info[^1] = 2;
        hmac.AppendData(input);
        hmac.GetHashAndReset(output[MacLength..]);
        CryptographicOperations.ZeroMemory(input);
    }

    private static void AppendInfo(IncrementalHash hmac, ReadOnlySpan<byte> salt, BoundContext context, byte counter)
    {
        hmac.AppendData(Label);
        hmac.AppendData(salt);
        context.AppendTo(hmac);
        hmac.AppendData([counter]);
    }
}
