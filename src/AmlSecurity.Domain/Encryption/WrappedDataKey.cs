using System.Collections.Immutable;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Which data key an envelope or key record names, and how it is wrapped, as its header claims.</summary>
/// <remarks>Equal by both members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record WrappedDataKey
{
    /// <summary>Creates a description.</summary>
    /// <param name="id">The id of the data key.</param>
    /// <param name="stanzas">Its wrapped forms; none if they are kept elsewhere.</param>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    public WrappedDataKey(DataKeyId id, ImmutableArray<KeyStanza> stanzas)
    {
        Id = id;
        Stanzas = stanzas.IsDefault ? [] : Elements.Of(stanzas, nameof(stanzas));
    }

    /// <summary>Gets the id of the data key.</summary>
    public DataKeyId Id { get; }

    /// <summary>Gets its wrapped forms.</summary>
    public ImmutableArray<KeyStanza> Stanzas { get; }

    /// <summary>Gets what the header of an envelope says.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The description; without wrapped forms if the envelope is detached.</returns>
    public static WrappedDataKey Of(EnvelopeHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new WrappedDataKey(header.DataKeyId, header.Stanzas);
    }

    /// <summary>Gets what a key record says.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The description.</returns>
    public static WrappedDataKey Of(KeyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new WrappedDataKey(record.DataKeyId, record.Stanzas);
    }

    /// <summary>Determines whether two descriptions are the same.</summary>
    /// <param name="other">The other description.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(WrappedDataKey? other) =>
        other is not null && Id == other.Id && Stanzas.SequenceEqual(other.Stanzas);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Stanzas.Length);
}
