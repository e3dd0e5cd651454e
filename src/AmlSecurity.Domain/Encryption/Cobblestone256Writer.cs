using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Encrypts a message of <see cref="Cobblestone256"/> piece by piece.</summary>
/// <remarks>
/// Holds at most one chunk. Full chunks are encrypted straight from the caller's span. Reference equality; no order.
/// For one thread at a time.
/// </remarks>
public sealed class Cobblestone256Writer : IDisposable
{
    private readonly byte[] _header = new byte[Cobblestone256.HeaderLength];
    private readonly byte[] _pending = new byte[Cobblestone256.ChunkLength];
    private readonly ChunkCipher _chunks;
    private int _pendingLength;
    private long _number;
    private bool _hasWrittenHeader;
    private bool _isFinished;

    /// <summary>Begins a message.</summary>
    /// <param name="key">The key, 32 bytes.</param>
    /// <param name="context">What the message is bound to.</param>
    /// <param name="salt">The salt, 24 bytes, never used before under this key.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public Cobblestone256Writer(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context, ReadOnlySpan<byte> salt)
    {
        if (salt.Length != Cobblestone256.SaltLength)
        {
            throw new ArgumentException("the salt has a wrong length", nameof(salt));
        }

        using var hmac = Cobblestone256.NewHmac(key);
        salt.CopyTo(_header);
        _chunks = ChunkCipher.Derive(hmac, salt, context, _header.AsSpan(Cobblestone256.SaltLength));
    }

    internal Cobblestone256Writer(IncrementalHash hmac, BoundContext context, ReadOnlySpan<byte> salt)
    {
        salt.CopyTo(_header);
        _chunks = ChunkCipher.Derive(hmac, salt, context, _header.AsSpan(Cobblestone256.SaltLength));
    }

    /// <summary>Gets how many bytes at most the next <see cref="Update"/> gives out.</summary>
    /// <param name="plaintextLength">The length of its piece.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or gives more than a span can
    /// hold.</exception>
    public int OutputLength(int plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        var chunks = (_pendingLength + (long)plaintextLength) / Cobblestone256.ChunkLength;
        var length = (chunks * Cobblestone256.SealedChunkLength) + HeaderToCome;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue, nameof(plaintextLength));
        return (int)length;
    }

    /// <summary>Takes a piece of plaintext and gives out what is complete.</summary>
    /// <param name="plaintext">The piece.</param>
    /// <param name="output">
    /// Where the next part of the message goes, at least <see cref="OutputLength"/> bytes; not over the piece.
    /// </param>
    /// <returns>The number of bytes given out.</returns>
    /// <exception cref="ArgumentException">
    /// The destination is too short, or over the piece, or the message is too long.
    /// </exception>
    /// <exception cref="InvalidOperationException">The message is finished.</exception>
    public int Update(ReadOnlySpan<byte> plaintext, Span<byte> output)
    {
        RefuseIfFinished();
        var needed = OutputLength(plaintext.Length);
        if (output.Length < needed)
        {
            throw new ArgumentException($"the destination has {output.Length} bytes, not {needed}", nameof(output));
        }

        var fullChunks = (_pendingLength + (long)plaintext.Length) / Cobblestone256.ChunkLength;
        if (_number + fullChunks >= Cobblestone256.MaximumChunks)
        {
            throw new ArgumentException("the message is longer than its counter", nameof(plaintext));
        }

        Cobblestone256.RefuseOverlap(plaintext, output[..needed]);
        var rest = WriteHeader(output);
        while (_pendingLength + plaintext.Length >= Cobblestone256.ChunkLength)
        {
            var sealedChunk = rest[..Cobblestone256.SealedChunkLength];
            if (_pendingLength == 0)
            {
                _chunks.Encrypt(_number++, plaintext[..Cobblestone256.ChunkLength], sealedChunk);
                plaintext = plaintext[Cobblestone256.ChunkLength..];
            }
            else
            {
                var missing = Cobblestone256.ChunkLength - _pendingLength;
                plaintext[..missing].CopyTo(_pending.AsSpan(_pendingLength));
                _chunks.Encrypt(_number++, _pending, sealedChunk);
                plaintext = plaintext[missing..];
                _pendingLength = 0;
            }

            rest = rest[Cobblestone256.SealedChunkLength..];
        }

        plaintext.CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength += plaintext.Length;
        return needed;
    }

    /// <summary>Ends the message with its short last chunk.</summary>
    /// <param name="output">Where it goes; header, chunk and tag are at most 16,455 bytes.</param>
    /// <returns>The number of bytes given out.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    /// <exception cref="InvalidOperationException">The message is finished.</exception>
    public int Finish(Span<byte> output)
    {
        RefuseIfFinished();
        var needed = FinishLength;
        if (output.Length < needed)
        {
            throw new ArgumentException($"the destination has {output.Length} bytes, not {needed}", nameof(output));
        }

        var rest = WriteHeader(output)[..(_pendingLength + Cobblestone256.TagLength)];
        _chunks.Encrypt(_number, _pending.AsSpan(0, _pendingLength), rest);
        Dispose();
        return needed;
    }

    /// <summary>Erases what is held. An unfinished message stays unfinished.</summary>
    public void Dispose()
    {
        _isFinished = true;
        CryptographicOperations.ZeroMemory(_pending);
        _chunks.Dispose();
    }

    internal int FinishLength => HeaderToCome + _pendingLength + Cobblestone256.TagLength;

    internal void RefuseIfFinished()
    {
        if (_isFinished)
        {
            throw new InvalidOperationException("the message is finished");
        }
    }

    private int HeaderToCome => _hasWrittenHeader ? 0 : Cobblestone256.HeaderLength;

    private Span<byte> WriteHeader(Span<byte> output)
    {
        if (_hasWrittenHeader)
        {
            return output;
        }

        _header.CopyTo(output);
        _hasWrittenHeader = true;
        return output[Cobblestone256.HeaderLength..];
    }
}
