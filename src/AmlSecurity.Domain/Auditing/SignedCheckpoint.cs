using System.Collections.Immutable;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A checkpoint of a known log that trusted keys vouch for, with the note that it came in.</summary>
/// <remarks>It exists only once it is verified. Equal by note and keys; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record SignedCheckpoint
{
    private SignedCheckpoint(SignedNote note, Checkpoint checkpoint, ImmutableArray<NoteVerifierKey> by)
    {
        Note = note;
        Checkpoint = checkpoint;
        By = by;
    }

    /// <summary>Gets the note, with signatures of unknown keys too.</summary>
    public SignedNote Note { get; }

    /// <summary>Gets what its body says.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Gets the keys that have signed it and are not retired; whether they are enough is the caller's to say.
    /// </summary>
    public ImmutableArray<NoteVerifierKey> By { get; }

    /// <summary>Reads a note, verifies it, and takes the checkpoint out of it.</summary>
    /// <param name="note">The note.</param>
    /// <param name="origin">The name of the log that it must be of, compared ordinally: a key may sign for several.
    /// </param>
    /// <param name="trusted">The keys that are trusted.</param>
    /// <param name="at">The time as of which keys are retired.</param>
    /// <returns>The checkpoint, or why it is not taken.</returns>
    public static OneOf<SignedCheckpoint, CheckpointRefusal> Open(
        ReadOnlySpan<byte> note, string origin, TrustedNoteKeys trusted, Instant at)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(trusted);
        if (!SignedNote.Read(note).TryPickT0(out var read, out var noteFault))
        {
            return new CheckpointRefusal(CheckpointRefusalKind.MalformedNote, NoteFault: noteFault);
        }

        // Nothing is made of a text that nobody vouches for.
        return trusted.Verify(read, at) switch
        {
            NoteVerification.Verified verified => Open(read, origin, verified.By),
            var refused => CheckpointRefusal.Of((NoteVerification.Refused)refused),
        };
    }

    /// <summary>Determines whether two are of the same note, and verified by the same keys.</summary>
    /// <param name="other">The other checkpoint.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(SignedCheckpoint? other) =>
        other is not null && Note.Equals(other.Note) && By.SequenceEqual(other.By);

    /// <inheritdoc/>
    public override int GetHashCode() => Note.GetHashCode();

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The checkpoint, and the names of the keys.</returns>
    public override string ToString() =>
        $"{Checkpoint}, verified by {string.Join(", ", By.Select(key => Plaintext.Quote(key.Name)))}";

    private static OneOf<SignedCheckpoint, CheckpointRefusal> Open(
        SignedNote note, string origin, ImmutableArray<NoteVerifierKey> by)
    {
        if (!Checkpoint.Read(note.Body.Span).TryPickT0(out var checkpoint, out var fault))
        {
            return new CheckpointRefusal(CheckpointRefusalKind.MalformedCheckpoint, CheckpointFault: fault);
        }

        return checkpoint.Origin == origin
            ? new SignedCheckpoint(note, checkpoint, by)
            : new CheckpointRefusal(CheckpointRefusalKind.OtherOrigin);
    }
}
