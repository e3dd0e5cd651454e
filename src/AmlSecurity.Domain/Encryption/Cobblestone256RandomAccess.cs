using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Decrypts any range of a message of <see cref="Cobblestone256"/> without reading the rest.</summary>
/// <remarks>
/// A range is authentic in its place. That the message has the length that its store claims is proved only by
/// <see cref="TryAuthenticateLength"/>. Reference equality; no order. For one thread at a time.
/// </remarks>
public sealed class Cobblestone256RandomAccess : IDisposable
{
    private readonly byte[] _sealed = new byte[Cobblestone256.SealedChunkLength];
    private readonly byte[] _plain = new byte[Cobblestone256.ChunkLength];
    private readonly ChunkCipher _chunks;
    private readonly CiphertextRangeReader _reader;
    private readonly long _ciphertextLength;
    private bool _isDisposed;

    private Cobblestone256RandomAccess(
        ChunkCipher chunks, CiphertextRangeReader reader, long ciphertextLength, long plaintextLength)
    {
        _chunks = chunks;
        _reader = reader;
        _ciphertextLength = ciphertextLength;
        PlaintextLength = plaintextLength;
    }

    /// <summary>Gets the length of the plaintext if the claimed length of the message is true.</summary>
    public long PlaintextLength { get; }

    private long LastChunk => PlaintextLength / Cobblestone256.ChunkLength;

    /// <summary>Opens a message: reads its header and checks its commitment.</summary>
    /// <param name="key">The key. One of another length than 32 bytes opens nothing.</param>
    /// <param name="context">What the message was bound to.</param>
    /// <param name="reader">Fetches bytes of the message.</param>
    /// <param name="ciphertextLength">The length of the message that its store claims.</param>
    /// <returns>The access, or null if anything is wrong.</returns>
    public static Cobblestone256RandomAccess? TryOpen(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> context, CiphertextRangeReader reader, long ciphertextLength)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (key.Length != Cobblestone256.KeyLength)
        {
            return null;
        }

        using var hmac = Cobblestone256.NewHmac(key);
        return TryOpen(hmac, context, reader, ciphertextLength);
    }

    /// <summary>Gets the range of the message that must be fetched for a range of the plaintext, the header
    /// aside.</summary>
    /// <param name="offset">The offset in the plaintext.</param>
    /// <param name="length">The length, 1 or more.</param>
    /// <param name="ciphertextLength">The length of the message.</param>
    /// <returns>Offset and length of the whole chunks that hold it, cut at the end of the message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext of such a
    /// message.</exception>
    public static (long Offset, long Length) CiphertextRangeFor(long offset, long length, long ciphertextLength)
    {
        if (!Cobblestone256.TryGetPlaintextLength(ciphertextLength, out var plaintextLength)
            || offset < 0 || length < 1 || offset > plaintextLength - length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "the range is not within the plaintext");
        }

        var first = offset / Cobblestone256.ChunkLength;
        var last = (offset + length - 1) / Cobblestone256.ChunkLength;
        var from = StartOf(first);
        return (from, Math.Min(StartOf(last + 1), ciphertextLength) - from);
    }

    /// <summary>Decrypts a range.</summary>
    /// <param name="offset">The offset in the plaintext.</param>
    /// <param name="plaintext">Where it goes; its length is the length of the range.</param>
    /// <returns><see langword="false"/> if anything is wrong or cannot be had; then the destination is
    /// erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the plaintext.</exception>
    /// <exception cref="ObjectDisposedException">The access is disposed.</exception>
    public bool TryRead(long offset, Span<byte> plaintext)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (offset < 0 || offset > PlaintextLength - plaintext.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "the range is not within the plaintext");
        }

        var isRead = false;
        try
        {
            isRead = TryReadChunks(offset, plaintext);
            return isRead;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(_plain);
            if (!isRead)
            {
                CryptographicOperations.ZeroMemory(plaintext);
            }
        }
    }

    /// <summary>Proves the claimed length by decrypting the short last chunk in its place.</summary>
    /// <returns><see langword="true"/> if the message ends where its store claims.</returns>
    /// <exception cref="ObjectDisposedException">The access is disposed.</exception>
    public bool TryAuthenticateLength()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var holds = TryReadChunk(LastChunk, out _);
        CryptographicOperations.ZeroMemory(_plain);
        return holds;
    }

    /// <summary>Erases what is held.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CryptographicOperations.ZeroMemory(_plain);
        _chunks.Dispose();
    }

    internal static Cobblestone256RandomAccess? TryOpen(
        IncrementalHash hmac, BoundContext context, CiphertextRangeReader reader, long ciphertextLength)
    {
        Span<byte> header = stackalloc byte[Cobblestone256.HeaderLength];
        return Cobblestone256.TryGetPlaintextLength(ciphertextLength, out var plaintextLength)
            && reader(0, header)
            && ChunkCipher.TryDerive(hmac, header, context, out var chunks)
                ? new Cobblestone256RandomAccess(chunks, reader, ciphertextLength, plaintextLength)
                : null;
    }

    private static long StartOf(long chunk) => Cobblestone256.HeaderLength + (chunk * Cobblestone256.SealedChunkLength);

    private bool TryReadChunks(long offset, Span<byte> plaintext)
    {
        while (!plaintext.IsEmpty)
        {
            var (number, within) = Math.DivRem(offset, Cobblestone256.ChunkLength);
            var take = (int)Math.Min(Cobblestone256.ChunkLength - within, plaintext.Length);
            if (!TryReadChunk(number, out var chunk))
            {
                return false;
            }

            chunk.Slice((int)within, take).CopyTo(plaintext);
            plaintext = plaintext[take..];
            offset += take;
        }

        return true;
    }

    private bool TryReadChunk(long number, out ReadOnlySpan<byte> chunk)
    {
        var start = StartOf(number);
        var length = (int)Math.Min(Cobblestone256.SealedChunkLength, _ciphertextLength - start);
        var plain = _plain.AsSpan(0, length - Cobblestone256.TagLength);
        chunk = plain;
        return _reader(start, _sealed.AsSpan(0, length))
            && _chunks.TryDecrypt(number, _sealed.AsSpan(0, length), plain);
    }
}
