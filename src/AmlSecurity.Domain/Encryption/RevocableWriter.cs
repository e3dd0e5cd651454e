using AmlSecurity.Domain.Encryption.Revocation;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Seals an envelope piece by piece, and asks for its data key anew with each chunk.</summary>
/// <remarks>
/// However long the stream lasts, no chunk is sealed after the revocation of the key has become effective. After a
/// refusal the envelope is lost. Reference equality; no order. For one caller at a time.
/// </remarks>
public sealed class RevocableWriter : IDisposable
{
    private readonly EnvelopeSealer _sealer;
    private readonly CachedKey _place;
    private readonly EnvelopeWriter _envelope;
    private KeyRefusal? _refusal;

    internal RevocableWriter(EnvelopeSealer sealer, CachedKey place, EnvelopeWriter envelope)
    {
        _sealer = sealer;
        _place = place;
        _envelope = envelope;
    }

    /// <summary>Gets how many bytes the next <see cref="UpdateAsync"/> gives out.</summary>
    /// <param name="plaintextLength">The length of its piece.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or gives more than a span can
    /// hold.</exception>
    public int OutputLength(int plaintextLength) => _envelope.OutputLength(plaintextLength);

    /// <summary>Takes a piece of plaintext and gives out what is complete.</summary>
    /// <param name="plaintext">The piece.</param>
    /// <param name="envelope">Where the next part of the envelope goes, at least <see cref="OutputLength"/> bytes; not
    /// over the piece.</param>
    /// <param name="cancellation">Ends the wait for the vault; the writer is then to be disposed. Where part of the
    /// piece was taken, that and what the port throws end the envelope.</param>
    /// <returns>The number of bytes given out, or why the key does not seal any more.</returns>
    /// <exception cref="ArgumentException">The destination is too short or over the piece; nothing has
    /// happened.</exception>
    /// <exception cref="InvalidOperationException">The envelope is finished.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<int, KeyRefusal>> UpdateAsync(
        ReadOnlyMemory<byte> plaintext, Memory<byte> envelope, CancellationToken cancellation)
    {
        if (envelope.Length < OutputLength(plaintext.Length))
        {
            throw new ArgumentException("the destination is shorter than the output", nameof(envelope));
        }

        Cobblestone256.RefuseOverlap(plaintext.Span, envelope.Span[..OutputLength(plaintext.Length)]);
        var total = 0;
        var rest = plaintext;
        do
        {
            var chunk = rest[..Math.Min(rest.Length, Cobblestone256.ChunkLength)];
            OneOf<DataKey, KeyRefusal> demand;
            try
            {
                demand = await DemandAsync(cancellation).ConfigureAwait(false);
            }
            catch when (total > 0)
            {
                // INVARIANT: part of the piece is taken; whoever gave it again would write that part twice.
                Dispose();
                throw;
            }

            if (!demand.TryPickT0(out var key, out var refusal))
            {
                return refusal;
            }

            var outcome = _envelope.UpdateFor(key, chunk.Span, envelope.Span[total..]);
            if (!outcome.TryPickT0(out var written, out var reason))
            {
                return Refuse(EnvelopeSealer.RefusalOf(reason));
            }

            total += written;
            rest = rest[chunk.Length..];
        }
        while (!rest.IsEmpty);

        return total;
    }

    /// <summary>Ends the envelope with its short last chunk.</summary>
    /// <param name="envelope">Where it goes; the header, if nothing was given out yet, and 16,455 bytes are always
    /// enough.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The number of bytes given out, or why the key does not seal any more.</returns>
    /// <exception cref="ArgumentException">The destination is too short; nothing has happened.</exception>
    /// <exception cref="InvalidOperationException">The envelope is finished.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<int, KeyRefusal>> FinishAsync(
        Memory<byte> envelope, CancellationToken cancellation)
    {
        var demand = await DemandAsync(cancellation).ConfigureAwait(false);
        return demand.TryPickT0(out _, out var refusal) ? _envelope.Finish(envelope.Span) : refusal;
    }

    /// <summary>Erases what is held. An unfinished envelope stays unfinished.</summary>
    public void Dispose() => _envelope.Dispose();

    private async ValueTask<OneOf<DataKey, KeyRefusal>> DemandAsync(CancellationToken cancellation)
    {
        if (_refusal is { } refused)
        {
            return refused;
        }

        var demand = await _sealer.DemandAsync(_place, cancellation).ConfigureAwait(false);
        return demand.TryPickT0(out var key, out var refusal) ? key : Refuse(refusal);
    }

    private KeyRefusal Refuse(KeyRefusal refusal)
    {
        _envelope.Dispose();
        _refusal = refusal;
        return refusal;
    }
}
