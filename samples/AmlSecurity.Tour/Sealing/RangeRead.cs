using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Tour.Sealing;

/// <summary>A range of a plaintext, read by fetching no more of the envelope than needed.</summary>
internal sealed record RangeRead(
    long Offset, int Length, int EnvelopeLength, ImmutableArray<Fetch> Fetches, bool IsTheSame)
{
    public long Fetched => Fetches.Sum(fetch => (long)fetch.Length);

    public static RangeRead Of(SealedSample sample, TourVault vault, long offset, int length)
    {
        var range = new byte[length];
        var store = new EnvelopeStore(sample.Envelope);
        using var key = sample.RecoverKey(vault);
        var outcome = Envelope.OpenRange(store.Read, sample.Envelope.Length, sample.Context, key, offset, range);
        return new RangeRead(
            offset,
            length,
            sample.Envelope.Length,
            [.. store.Fetches],
            outcome.IsT0 && range.AsSpan().SequenceEqual(sample.Plaintext.AsSpan((int)offset, length)));
    }
}
