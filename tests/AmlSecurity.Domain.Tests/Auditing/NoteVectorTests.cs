using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class NoteVectorTests
{
    [VectorFact(NoteVectors.Path)]
    public void Both_checkpoints_verify()
    {
        var vectors = NoteVectors.Read();

        Assert.Equal(
            [("Rekor", 798034L, 0), ("DEFAULT", 10L, 0)],
            vectors.Select(vector =>
            {
                var note = SignedNote.Read(vector.Note).Expect();
                using var keys = TrustedNoteKeys.Of(NoteVerifierKey.Read(vector.Key).Expect());
                Assert.True(note.Verify(keys, NoteLab.Now).IsVerified);
                var origin = Checkpoint.Read(note.Body.Span).Expect().Origin;
                var opened = SignedCheckpoint.Open(vector.Note, origin, keys, NoteLab.Now).Expect().Checkpoint;
                return (opened.Origin, opened.Size, opened.Extensions.Length);
            }));
    }

    [VectorFact(NoteVectors.Path)]
    public void Both_are_written_as_they_were_read() => Assert.All(NoteVectors.Read(), vector =>
    {
        var note = SignedNote.Read(vector.Note).Expect();

        Assert.Equal(vector.Note, note.ToBytes());
        Assert.Equal(note.Body.ToArray(), Checkpoint.Read(note.Body.Span).Expect().ToBody());
        Assert.Equal(vector.Key, NoteVerifierKey.Read(vector.Key).Expect().ToString());
    });

    [VectorFact(NoteVectors.Path)]
    public void Neither_verifies_with_any_one_bit_flipped_in_body_or_signature_line() =>
        Assert.All(NoteVectors.Read(), vector =>
        {
            using var keys = TrustedNoteKeys.Of(NoteVerifierKey.Read(vector.Key).Expect());
            var refusals = new Dictionary<NoteRefusal, int>();
            for (var bit = 0; bit < vector.Note.Length * 8; bit++)
            {
                var note = vector.Note.ToArray();
                note[bit / 8] ^= (byte)(1 << (bit % 8));
                if (SignedNote.Read(note).TryPickT0(out var read, out _))
                {
                    var refused = Assert.IsType<NoteVerification.Refused>(read.Verify(keys, NoteLab.Now));
                    refusals[refused.Reason] = refusals.GetValueOrDefault(refused.Reason) + 1;
                }
            }

            // Not all of them fell at the form.
            Assert.InRange(refusals[NoteRefusal.BadSignature], 300, int.MaxValue);
            Assert.InRange(refusals[NoteRefusal.NoKnownKey], 30, int.MaxValue);
        });

    [VectorFact(NoteVectors.Path)]
    public void Neither_verifies_with_any_one_bit_flipped_in_the_decoded_signature() =>
        Assert.All(NoteVectors.Read(), vector =>
        {
            using var keys = TrustedNoteKeys.Of(NoteVerifierKey.Read(vector.Key).Expect());
            var note = SignedNote.Read(vector.Note).Expect();
            var signature = note.Signatures.Single();
            for (var bit = 0; bit < signature.Bytes.Length * 8; bit++)
            {
                var bytes = signature.Bytes.ToArray();
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                var line = NoteLab.Line(signature.Name, signature.KeyId, bytes);
                var flipped = SignedNote.Read([.. note.Body.Span, 10, .. System.Text.Encoding.UTF8.GetBytes(line)]).Expect();
                Assert.Equal(
                    NoteRefusal.BadSignature,
                    Assert.IsType<NoteVerification.Refused>(flipped.Verify(keys, NoteLab.Now)).Reason);
            }
        });

    [VectorFact(NoteVectors.Path)]
    public void No_key_is_read_with_any_one_bit_flipped_as_the_same() => Assert.All(NoteVectors.Read(), vector =>
    {
        using var keys = TrustedNoteKeys.Of(NoteVerifierKey.Read(vector.Key).Expect());
        var note = SignedNote.Read(vector.Note).Expect();
        for (var bit = 0; bit < vector.Key.Length * 7; bit++)
        {
            var text = vector.Key.ToCharArray();
            text[bit / 7] ^= (char)(1 << (bit % 7));
            if (NoteVerifierKey.Read(new string(text)).TryPickT0(out var key, out _))
            {
                using var other = TrustedNoteKeys.Of(key);
                Assert.False(note.Verify(other, NoteLab.Now).IsVerified);
            }
        }
    });
}
