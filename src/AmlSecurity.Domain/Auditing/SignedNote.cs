using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A text with one or more signatures below it (C2SP signed-note).</summary>
/// <remarks>
/// Body, blank line, and for each signature a line of em dash, space, key name, space and the base64 of key id (4
/// bytes, the most significant first) and signature; <c>docs/note-format.md</c> says it in full. Only the form in which
/// notes are written is read, so that what is read is written again byte by byte. A note that was read is not
/// verified: what it says must not be used before <see cref="Verify"/>. Equal by its bytes; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
public sealed partial record SignedNote
{
    /// <summary>The most bytes of a note with its signatures.</summary>
    public const int LongestNote = 1 << 20;

    /// <summary>The most signatures of a note; the standard demands that 16 are taken.</summary>
    public const int MostSignatures = 100;

    private readonly byte[] _bytes;
    private readonly int _bodyLength;

    private SignedNote(byte[] bytes, int bodyLength, ImmutableArray<NoteSignature> signatures)
    {
        _bytes = bytes;
        _bodyLength = bodyLength;
        Signatures = signatures;
    }

    /// <summary>Gets the text that the signatures are of, UTF-8, with its last newline.</summary>
    public ReadOnlyMemory<byte> Body => _bytes.AsMemory(0, _bodyLength);

    /// <summary>Gets the signatures in their order, those of unknown keys and repeated ones too.</summary>
    public ImmutableArray<NoteSignature> Signatures { get; }

    /// <summary>Reads a signed note; its signatures are not verified.</summary>
    /// <param name="note">The note.</param>
    /// <returns>The note, or why the bytes are none.</returns>
    public static OneOf<SignedNote, SignedNoteFault> Read(ReadOnlySpan<byte> note) =>
        NoteReader.Read(note, out var bodyLength, out var signatures) is { } fault
            ? fault
            : new SignedNote(note.ToArray(), bodyLength, signatures);

    /// <summary>Verifies the signatures of known keys. A key is known if its name and its key id are those of a trusted
    /// one; signatures of other keys are ignored.</summary>
    /// <param name="trusted">The keys that are trusted.</param>
    /// <param name="at">The time as of which keys are retired.</param>
    /// <returns>The keys that vouch for the body, or why it must not be used.</returns>
    public NoteVerification Verify(TrustedNoteKeys trusted, Instant at)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        return trusted.Verify(this, at);
    }

    /// <summary>Writes the note.</summary>
    /// <returns>The bytes that it was read from, a copy.</returns>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>Determines whether two notes have the same bytes.</summary>
    /// <param name="other">The other note.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(SignedNote? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>Returns how long the body is and how many signatures there are.</summary>
    /// <returns>The text, for a person; nothing of the note.</returns>
    public override string ToString() => $"a note of {_bodyLength} bytes with {Signatures.Length} signatures";
}
