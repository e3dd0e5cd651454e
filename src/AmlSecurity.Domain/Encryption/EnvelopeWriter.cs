using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Seals an envelope piece by piece; see <see cref="Envelope.BeginSeal"/>.</summary>
/// <remarks>The header leaves with the first piece. Reference equality; no order. For one thread at a time.</remarks>
public sealed class EnvelopeWriter : IDisposable
{
    private readonly EnvelopeKey _key;
    private readonly Cobblestone256Writer _body;
    private bool _hasWrittenHeader;

    internal EnvelopeWriter(EnvelopeKey key, Cobblestone256Writer body)
    {
        _key = key;
        _body = body;
    }

    private int HeaderToCome => _hasWrittenHeader ? 0 : _key.Header.Length;

    /// <summary>Gets how many bytes the next <see cref="Update"/> gives out.</summary>
    /// <param name="plaintextLength">The length of its piece.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or gives more than a span can
    /// hold.</exception>
    public int OutputLength(int plaintextLength)
    {
        var length = (long)HeaderToCome + _body.OutputLength(plaintextLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue, nameof(plaintextLength));
        return (int)length;
    }

    /// <summary>Takes a piece of plaintext and gives out what is complete.</summary>
    /// <param name="plaintext">The piece.</param>
    /// <param name="output">
    /// Where the next part of the envelope goes, at least <see cref="OutputLength"/> bytes; not over the piece.
    /// </param>
    /// <returns>The number of bytes given out, or why the key does not seal any more; then the envelope is
    /// lost.</returns>
    /// <exception cref="ArgumentException">The destination is too short or over the piece; nothing has
    /// happened.</exception>
    /// <exception cref="InvalidOperationException">The envelope is finished.</exception>
    public OneOf<int, SealRefusal> Update(ReadOnlySpan<byte> plaintext, Span<byte> output) =>
        UpdateFor(_key.DataKey, plaintext, output);

    /// <summary>Does the same on behalf of another handle of the data key, which counts the bytes.</summary>
    internal OneOf<int, SealRefusal> UpdateFor(DataKey handle, ReadOnlySpan<byte> plaintext, Span<byte> output)
    {
        _body.RefuseIfFinished();
        RefuseIfShort(output, OutputLength(plaintext.Length));
        Cobblestone256.RefuseOverlap(plaintext, output[..OutputLength(plaintext.Length)]);

        // A stream asks for its key with each piece: one that was disposed of meanwhile seals no more.
        if (!handle.TryLease(out var lease))
        {
            Dispose();
            return SealRefusal.Erased;
        }

        using (lease)
        {
            if (handle.ReserveBytes(plaintext.Length) is { } refusal)
            {
                Dispose();
                return refusal;
            }

            var header = WriteHeader(output);
            return header + _body.Update(plaintext, output[header..]);
        }
    }

    /// <summary>Ends the envelope with its short last chunk.</summary>
    /// <param name="output">Where it goes; the header, if nothing was given out yet, and 16,455 bytes are always
    /// enough.</param>
    /// <returns>The number of bytes given out.</returns>
    /// <exception cref="ArgumentException">The destination is too short; nothing has happened.</exception>
    /// <exception cref="InvalidOperationException">The envelope is finished.</exception>
    public int Finish(Span<byte> output)
    {
        _body.RefuseIfFinished();
        RefuseIfShort(output, HeaderToCome + _body.FinishLength);
        var header = WriteHeader(output);
        return header + _body.Finish(output[header..]);
    }

    /// <summary>Erases what is held. An unfinished envelope stays unfinished.</summary>
    public void Dispose() => _body.Dispose();

    // Before anything is written or counted: a header that left with a piece that was refused would be lost.
    private static void RefuseIfShort(Span<byte> output, int needed)
    {
        if (output.Length < needed)
        {
            throw new ArgumentException($"the destination has {output.Length} bytes, not {needed}", nameof(output));
        }
    }

    private int WriteHeader(Span<byte> output)
    {
        var length = HeaderToCome;
        if (length > 0)
        {
            _key.Header.CopyTo(output);
            _hasWrittenHeader = true;
        }

        return length;
    }
}
