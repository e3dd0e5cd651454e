using System.Collections.Immutable;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>A data key together with the header that its envelopes carry, written once and copied into each.</summary>
/// <remarks>Does not own the data key. Reference equality; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed class EnvelopeKey
{
    private readonly byte[] _header;

    private EnvelopeKey(DataKey dataKey, byte[] header)
    {
        DataKey = dataKey;
        _header = header;
    }

    /// <summary>Gets the data key that seals the envelopes.</summary>
    public DataKey DataKey { get; }

    /// <summary>Gets the bytes that each envelope begins with.</summary>
    public ReadOnlySpan<byte> Header => _header;

    /// <summary>Makes envelopes that carry the wrapped data key.</summary>
    /// <param name="dataKey">The data key.</param>
    /// <param name="stanzas">Its wrapped forms, 1 to 16, each for another version of a key.</param>
    /// <returns>The key, or why not.</returns>
    /// <exception cref="ArgumentException">The stanzas are none, too many, too long, or name one version
    /// twice.</exception>
    public static OneOf<EnvelopeKey, SealRefusal> Attached(DataKey dataKey, params ImmutableArray<KeyStanza> stanzas)
    {
        ArgumentNullException.ThrowIfNull(dataKey);
        if (stanzas.IsDefaultOrEmpty)
        {
            throw new ArgumentException("an attached envelope has at least one stanza", nameof(stanzas));
        }

        var preamble = EnvelopeHeader.WritePreamble(dataKey.Id, KeyBlock.LengthOf(stanzas));
        return KeyBlock.Append(preamble, stanzas, dataKey) is { } header
            ? new EnvelopeKey(dataKey, header)
            : SealRefusal.Erased;
    }

    /// <summary>Makes envelopes that only name their data key; a <see cref="KeyRecord"/> holds its wrapped
    /// forms.</summary>
    /// <param name="dataKey">The data key.</param>
    /// <returns>The key.</returns>
    public static EnvelopeKey Detached(DataKey dataKey)
    {
        ArgumentNullException.ThrowIfNull(dataKey);
        return new EnvelopeKey(dataKey, EnvelopeHeader.WritePreamble(dataKey.Id, blockLength: 0));
    }
}
