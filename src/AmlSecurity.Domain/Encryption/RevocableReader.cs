using AmlSecurity.Domain.Encryption.Revocation;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Opens a body piece by piece, and asks for its data key anew with each chunk.</summary>
/// <remarks>
/// However long the stream lasts, no chunk is opened after the revocation of the key has become effective. After a
/// refusal it stays refused. Reference equality; no order. For one caller at a time.
/// </remarks>
public sealed class RevocableReader : IDisposable
{
    private readonly EnvelopeSealer _sealer;
    private readonly CachedKey _place;
    private readonly Cobblestone256Reader _body;
    private OpenRefusal? _refusal;

    internal RevocableReader(EnvelopeSealer sealer, CachedKey place, Cobblestone256Reader body)
    {
        _sealer = sealer;
        _place = place;
        _body = body;
    }

    /// <summary>Gets how many bytes the next <see cref="UpdateAsync"/> gives out at the most.</summary>
    /// <param name="ciphertextLength">The length of its piece.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or gives more than a span can
    /// hold.</exception>
    public int OutputLength(int ciphertextLength) => _body.OutputLength(ciphertextLength);

    /// <summary>Takes a piece of the body and gives out what is authentic.</summary>
    /// <param name="ciphertext">The piece.</param>
    /// <param name="plaintext">Where the plaintext goes, at least <see cref="OutputLength"/> bytes; not over the
    /// piece.</param>
    /// <param name="cancellation">Ends the wait for the vault; the piece is then taken up to a chunk that is not known,
    /// so that the reader is to be disposed.</param>
    /// <returns>The number of bytes given out, or why it does not open any further. What was given out before a refusal
    /// is authentic, as far as it goes; of this piece nothing is counted, and the destination is erased.</returns>
    /// <exception cref="ArgumentException">The destination is too short or over the piece; nothing has
    /// happened.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<int, OpenRefusal>> UpdateAsync(
        ReadOnlyMemory<byte> ciphertext, Memory<byte> plaintext, CancellationToken cancellation)
    {
        if (plaintext.Length < OutputLength(ciphertext.Length))
        {
            throw new ArgumentException("the destination is shorter than the output", nameof(plaintext));
        }

        Cobblestone256.RefuseOverlap(ciphertext.Span, plaintext.Span[..OutputLength(ciphertext.Length)]);
        var total = 0;
        var rest = ciphertext;
        do
        {
            var chunk = rest[..Math.Min(rest.Length, Cobblestone256.SealedChunkLength)];
            if (await DemandAsync(cancellation).ConfigureAwait(false) is { } refusal)
            {
                plaintext.Span.Clear();
                return refusal;
            }

            if (!_body.TryUpdate(chunk.Span, plaintext.Span[total..], out var written))
            {
                plaintext.Span.Clear();
                return Refuse(default);
            }

            total += written;
            rest = rest[chunk.Length..];
        }
        while (!rest.IsEmpty);

        return total;
    }

    /// <summary>Ends the body: opens its last chunk.</summary>
    /// <param name="plaintext">Where the rest of the plaintext goes; 16,383 bytes are always enough.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The number of bytes given out, after which the envelope is whole and authentic; or why it is
    /// not.</returns>
    /// <exception cref="ArgumentException">The destination is too short; nothing has happened.</exception>
    /// <exception cref="OperationCanceledException">The caller did not wait.</exception>
    /// <exception cref="ObjectDisposedException">The sealer is disposed of.</exception>
    public async ValueTask<OneOf<int, OpenRefusal>> FinishAsync(
        Memory<byte> plaintext, CancellationToken cancellation)
    {
        if (await DemandAsync(cancellation).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        return _body.Finish(plaintext.Span, out var written) == MessageEnd.Complete ? written : Refuse(default);
    }

    /// <summary>Ends the body early, on purpose: what was given out is an authentic beginning, and perhaps not
    /// all.</summary>
    /// <returns><see cref="MessageEnd.Prefix"/>, unless it was refused or complete before.</returns>
    public MessageEnd FinishPrefix() => _body.FinishPrefix();

    /// <summary>Erases what is held.</summary>
    public void Dispose() => _body.Dispose();

    private async ValueTask<OpenRefusal?> DemandAsync(CancellationToken cancellation)
    {
        if (_refusal is not null)
        {
            return _refusal;
        }

        var demand = await _sealer.DemandAsync(_place, cancellation).ConfigureAwait(false);
        return demand.TryPickT0(out _, out var refusal) ? null : Refuse(OpenRefusal.Of(refusal));
    }

    private OpenRefusal Refuse(OpenRefusal refusal)
    {
        _body.Dispose();
        _refusal = refusal;
        return refusal;
    }
}
