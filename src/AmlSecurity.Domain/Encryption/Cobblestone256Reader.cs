using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Decrypts a message of <see cref="Cobblestone256"/> piece by piece.</summary>
/// <remarks>
/// No byte of a chunk leaves before its tag is verified. After the first failure the reader stays failed. What has left
/// is an authentic prefix; only <see cref="MessageEnd.Complete"/> says that it is the whole. Reference equality; no
/// order. For one thread at a time.
/// </remarks>
public sealed class Cobblestone256Reader : IDisposable
{
    private readonly byte[] _pending = new byte[Cobblestone256.SealedChunkLength];
    private readonly byte[] _context;
    private readonly IncrementalHash? _hmac;
    private ChunkCipher _chunks;
    private bool _hasBegun;
    private int _pendingLength;
    private long _number;
    private MessageEnd? _end;

    /// <summary>Begins to read a message.</summary>
    /// <param name="key">The key. One of another length than 32 bytes opens nothing.</param>
    /// <param name="context">What the message was bound to.</param>
    public Cobblestone256Reader(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
        : this(key.Length == Cobblestone256.KeyLength ? Cobblestone256.NewHmac(key) : null, (BoundContext)context)
    {
    }

    internal Cobblestone256Reader(IncrementalHash? hmac, BoundContext context)
    {
        _hmac = hmac;
        _context = context.ToArray();
        _end = hmac is null ? MessageEnd.Refused : null;
    }

    /// <summary>Gets how many bytes at most the next <see cref="TryUpdate"/> gives out.</summary>
    /// <param name="ciphertextLength">The length of its piece.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public int OutputLength(int ciphertextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ciphertextLength);
        var chunks = (_pendingLength + (long)ciphertextLength) / Cobblestone256.SealedChunkLength;
        return checked((int)(chunks * Cobblestone256.ChunkLength));
    }

    /// <summary>Takes a piece of the message and gives out the plaintext of the chunks that are complete.</summary>
    /// <param name="ciphertext">The piece.</param>
    /// <param name="plaintext">
    /// Where the plaintext goes, at least <see cref="OutputLength"/> bytes; not over the piece.
    /// </param>
    /// <param name="written">The number of bytes given out, also when a later chunk of the piece fails.</param>
    /// <returns><see langword="false"/> if anything is wrong now or was before.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or over the piece.</exception>
    public bool TryUpdate(ReadOnlySpan<byte> ciphertext, Span<byte> plaintext, out int written)
    {
        written = 0;
        var needed = OutputLength(ciphertext.Length);
        if (plaintext.Length < needed)
        {
            throw new ArgumentException("the destination is too short", nameof(plaintext));
        }

        Cobblestone256.RefuseOverlap(ciphertext, plaintext[..needed]);

        if (_end is not null || !TryBegin(ref ciphertext))
        {
            return false;
        }

        while (_hasBegun && _pendingLength + (long)ciphertext.Length >= Cobblestone256.SealedChunkLength)
        {
            var chunk = NextChunk(ref ciphertext);
            if (_number == Cobblestone256.MaximumChunks - 1
                || !_chunks.TryDecrypt(_number, chunk, plaintext[..Cobblestone256.ChunkLength]))
            {
                return Refuse();
            }

            _number++;
            written += Cobblestone256.ChunkLength;
            plaintext = plaintext[Cobblestone256.ChunkLength..];
        }

        ciphertext.CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength += ciphertext.Length;
        return true;
    }

    /// <summary>Ends the message: what is left must be its short last chunk.</summary>
    /// <param name="plaintext">Where the last bytes go, up to 16,383.</param>
    /// <param name="written">The number of bytes given out.</param>
    /// <returns>Complete, or refused.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public MessageEnd Finish(Span<byte> plaintext, out int written)
    {
        written = 0;
        if (_end is { } end)
        {
            return end;
        }

        var length = _pendingLength - Cobblestone256.TagLength;
        if (plaintext.Length < length && _hasBegun)
        {
            throw new ArgumentException("the destination is too short", nameof(plaintext));
        }

        if (!_hasBegun || length < 0
            || !_chunks.TryDecrypt(_number, _pending.AsSpan(0, _pendingLength), plaintext[..length]))
        {
            Refuse();
            return MessageEnd.Refused;
        }

        written = length;
        return Close(MessageEnd.Complete);
    }

    /// <summary>Stops on purpose before the end.</summary>
    /// <returns>Prefix; or how the message had ended before.</returns>
    public MessageEnd FinishPrefix() => _end ?? Close(MessageEnd.Prefix);

    /// <summary>Erases what is held.</summary>
    public void Dispose() => Close(_end ?? MessageEnd.Refused);

    // The header is gathered in the buffer of the first chunk.
    private bool TryBegin(ref ReadOnlySpan<byte> ciphertext)
    {
        if (_hasBegun)
        {
            return true;
        }

        var missing = Math.Min(Cobblestone256.HeaderLength - _pendingLength, ciphertext.Length);
        ciphertext[..missing].CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength += missing;
        ciphertext = ciphertext[missing..];
        if (_pendingLength < Cobblestone256.HeaderLength)
        {
            return true;
        }

        var header = _pending.AsSpan(0, Cobblestone256.HeaderLength);
        _hasBegun = ChunkCipher.TryDerive(_hmac!, header, (ReadOnlySpan<byte>)_context, out _chunks);
        _pendingLength = 0;

        // What is keyed with the whole data key has done its work.
        _hmac!.Dispose();
        return _hasBegun || Refuse();
    }

    private ReadOnlySpan<byte> NextChunk(ref ReadOnlySpan<byte> ciphertext)
    {
        var missing = Cobblestone256.SealedChunkLength - _pendingLength;
        var direct = ciphertext[..missing];
        ciphertext = ciphertext[missing..];
        if (_pendingLength == 0)
        {
            return direct;
        }

        direct.CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength = 0;
        return _pending;
    }

    private bool Refuse()
    {
        Close(MessageEnd.Refused);
        return false;
    }

    private MessageEnd Close(MessageEnd end)
    {
        _end = end;
        _pendingLength = 0;
        _chunks.Dispose();
        _hmac?.Dispose();
        return end;
    }
}
