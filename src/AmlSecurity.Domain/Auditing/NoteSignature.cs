using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One signature line of a note: which key it claims to be of, and what that key is said to have
/// made.</summary>
/// <remarks>
/// Nothing is proved before <see cref="SignedNote.Verify"/>. One key can make many signatures of one body, and of an
/// ECDSA signature anybody can make a second that holds too: its bytes identify nothing. Equal by all members; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record NoteSignature
{
    internal NoteSignature(string name, uint keyId, ImmutableArray<byte> bytes)
    {
        Name = name;
        KeyId = keyId;
        Bytes = bytes;
    }

    /// <summary>Gets the name of the key.</summary>
    public string Name { get; }

    /// <summary>Gets the number that tells keys of one name apart.</summary>
    public uint KeyId { get; }

    /// <summary>Gets the signature without the key id, one byte or more.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>Determines whether two signatures are the same.</summary>
    /// <param name="other">The other signature.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(NoteSignature? other) =>
        other is not null
        && KeyId == other.KeyId
        && Name == other.Name
        && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId, Bytes.Length);

    /// <summary>Returns the name in backticks, and the key id.</summary>
    /// <returns>The text, for a person.</returns>
    public override string ToString() => $"{Plaintext.Quote(Name)} with key id {KeyId:x8}";
}
