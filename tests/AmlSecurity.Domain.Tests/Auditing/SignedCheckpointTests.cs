using System.Text;
using AmlSecurity.Domain.Auditing;
using OneOf;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class SignedCheckpointTests
{
    private static readonly TrustedNoteKeys Keys = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey);

    [Fact]
    public void A_checkpoint_that_a_trusted_key_signed_is_taken()
    {
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Stranger, NoteLab.Log);

        var signed = Open(note).Expect();

        Assert.Equal(("log.example", 7), (signed.Checkpoint.Origin, signed.Checkpoint.Size));
        Assert.Equal(note, signed.Note);
        Assert.Equal([NoteLab.Log.VerifierKey], signed.By.ToArray());
        Assert.EndsWith("verified by `log.example`", signed.ToString());
        Assert.Equal(signed, Open(note).Expect());
        Assert.Equal(signed.GetHashCode(), Open(note).Expect().GetHashCode());
        Assert.False(signed.Equals(null));
    }

    [Fact]
    public void A_checkpoint_of_another_log_is_refused_though_the_key_is_trusted() => Assert.Equal(
        (CheckpointRefusalKind.OtherOrigin, "the checkpoint is of another log"),
        Refused(SignedCheckpoint.Open(
            NoteLab.Sign(NoteLab.Body, NoteLab.Log).ToBytes(), "log.examplE", Keys, NoteLab.Now)));

    [Fact]
    public void What_nobody_vouches_for_is_not_even_read_as_a_checkpoint()
    {
        var (kind, text) = Refused(Open(NoteLab.Sign("no checkpoint\n", NoteLab.Stranger)));

        Assert.Equal((CheckpointRefusalKind.NoKnownKey, "no known key has signed the checkpoint"), (kind, text));
        Assert.Equal(default, Open(NoteLab.Sign("no checkpoint\n", NoteLab.Stranger)).AsT1);
    }

    [Fact]
    public void A_bad_signature_is_refused()
    {
        var (kind, text) = Refused(Open(NoteLab.Note(NoteLab.BadLine(NoteLab.Log))));

        Assert.Equal(CheckpointRefusalKind.BadSignature, kind);
        Assert.StartsWith("the signature of `log.example` with key id", text);
    }

    [Fact]
    public void A_retired_key_is_refused()
    {
        using var retired = new TrustedNoteKeys([new(NoteLab.Log.VerifierKey, NoteLab.Now)]);

        var (kind, text) = Refused(SignedCheckpoint.Open(
            NoteLab.Sign(NoteLab.Body, NoteLab.Log).ToBytes(), "log.example", retired, NoteLab.Now));

        Assert.Equal(CheckpointRefusalKind.KeyRetired, kind);
        Assert.StartsWith("the key of `log.example` with key id", text);
    }

    [Fact]
    public void A_note_or_a_checkpoint_that_is_malformed_is_refused_with_the_place()
    {
        Assert.Equal(
            (CheckpointRefusalKind.MalformedNote, "the note is malformed: it is without a blank line (at offset 5)"),
            Refused(SignedCheckpoint.Open("body\n"u8, "log.example", Keys, NoteLab.Now)));
        Assert.Equal(
            (CheckpointRefusalKind.MalformedCheckpoint,
                "the checkpoint is malformed: it is with too few lines (at offset 14)"),
            Refused(Open(NoteLab.Sign("no checkpoint\n", NoteLab.Log))));
    }

    [Fact]
    public void A_checkpoint_that_was_created_and_signed_is_taken()
    {
        var checkpoint = Checkpoint.Create("log.example", 1, new byte[32]);

        Assert.Equal(
            checkpoint, Open(NoteLab.Sign(Encoding.UTF8.GetString(checkpoint.ToBody()), NoteLab.Log)).Expect().Checkpoint);
    }

    private static OneOf<SignedCheckpoint, CheckpointRefusal> Open(SignedNote note) =>
        SignedCheckpoint.Open(note.ToBytes(), "log.example", Keys, NoteLab.Now);

    private static (CheckpointRefusalKind Kind, string Text) Refused(
        OneOf<SignedCheckpoint, CheckpointRefusal> outcome) => (outcome.AsT1.Kind, outcome.AsT1.ToString());
}
