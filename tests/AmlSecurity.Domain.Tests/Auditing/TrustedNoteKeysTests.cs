using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class TrustedNoteKeysTests
{
    private static readonly TrustedNoteKeys Both = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey, NoteLab.Witness.VerifierKey);

    [Fact]
    public void A_note_is_verified_by_the_trusted_keys_that_signed_it()
    {
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Stranger, NoteLab.Witness, NoteLab.Log);

        var verified = Assert.IsType<NoteVerification.Verified>(note.Verify(Both, NoteLab.Now));

        Assert.Equal([NoteLab.Witness.VerifierKey, NoteLab.Log.VerifierKey], verified.By.ToArray());
        Assert.Equal(3, note.Signatures.Length);
        Assert.True(verified.IsVerified);
        Assert.Equal("verified by `witness.example/w1`, `log.example`", verified.ToString());
        Assert.Equal(verified, note.Verify(Both, NoteLab.Now));
        Assert.Equal(verified.GetHashCode(), note.Verify(Both, NoteLab.Now).GetHashCode());
        Assert.False(verified.Equals(null));
    }

    [Fact]
    public void A_note_that_no_known_key_signed_is_refused()
    {
        var refused = NoteLab.Sign(NoteLab.Body, NoteLab.Stranger).Verify(Both, NoteLab.Now);

        Assert.Equal(NoteRefusal.NoKnownKey, ReasonOf(refused));
        Assert.False(refused.IsVerified);
        Assert.Equal("refused: no known key has signed the note", refused.ToString());
    }

    [Fact]
    public void Nobody_is_trusted_by_an_empty_set()
    {
        using var nobody = TrustedNoteKeys.Of();

        Assert.Equal(
            NoteRefusal.NoKnownKey, ReasonOf(NoteLab.Sign(NoteLab.Body, NoteLab.Log).Verify(nobody, NoteLab.Now)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bad_signature_of_a_known_key_refuses_the_note_although_another_is_good(bool isFirst)
    {
        var (bad, good) = (NoteLab.BadLine(NoteLab.Witness), NoteLab.LineOf(NoteLab.Log));

        var refused = Assert.IsType<NoteVerification.Refused>(
            (isFirst ? NoteLab.Note(bad, good) : NoteLab.Note(good, bad)).Verify(Both, NoteLab.Now));

        Assert.Equal((NoteRefusal.BadSignature, "witness.example/w1"), (refused.Reason, refused.Signature!.Name));
        Assert.StartsWith("refused: the signature of `witness.example/w1` with key id", refused.ToString());
    }

    [Fact]
    public void A_bad_signature_of_an_unknown_key_is_ignored() =>
        Assert.True(NoteLab.Note(NoteLab.BadLine(NoteLab.Stranger), NoteLab.LineOf(NoteLab.Log))
            .Verify(Both, NoteLab.Now).IsVerified);

    [Fact]
    public void A_key_is_known_by_name_and_key_id_together()
    {
        var signature = NoteLab.Sign(NoteLab.Body, NoteLab.Log).Signatures[0];
        var otherName = NoteLab.Line("log.examplE", signature.KeyId, signature.Bytes.AsSpan());
        var otherId = NoteLab.Line(signature.Name, signature.KeyId + 1, signature.Bytes.AsSpan());

        Assert.Equal(NoteRefusal.NoKnownKey, ReasonOf(NoteLab.Note(otherName, otherId).Verify(Both, NoteLab.Now)));
        Assert.True(NoteLab.Note(otherName, otherId, NoteLab.LineOf(NoteLab.Log)).Verify(Both, NoteLab.Now).IsVerified);
    }

    [Fact]
    public void Of_several_signatures_of_one_key_the_first_decides()
    {
        var (bad, good) = (NoteLab.BadLine(NoteLab.Log), NoteLab.LineOf(NoteLab.Log));

        Assert.Equal(
            [NoteLab.Log.VerifierKey],
            Assert.IsType<NoteVerification.Verified>(NoteLab.Note(good, good, bad).Verify(Both, NoteLab.Now)).By.ToArray());
        Assert.Equal(NoteRefusal.BadSignature, ReasonOf(NoteLab.Note(bad, good).Verify(Both, NoteLab.Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("3006020101020101")]
    [InlineData("300602010002010000")]
    public void What_is_no_signature_at_all_is_bad(string hex)
    {
        byte[] bytes = [.. Convert.FromHexString(hex), 0];

        Assert.Equal(
            NoteRefusal.BadSignature,
            ReasonOf(NoteLab.Note(NoteLab.Line(NoteLab.Log.Name, NoteLab.Log.KeyId, bytes)).Verify(Both, NoteLab.Now)));
    }

    [Fact]
    public void The_signature_of_a_retired_key_does_not_count_from_its_retirement_on()
    {
        using var keys = new TrustedNoteKeys([new(NoteLab.Log.VerifierKey, NoteLab.Now)]);
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Log);

        Assert.True(note.Verify(keys, NoteLab.Now - Duration.Epsilon).IsVerified);
        var refused = Assert.IsType<NoteVerification.Refused>(note.Verify(keys, NoteLab.Now));
        Assert.Equal((NoteRefusal.KeyRetired, note.Signatures[0]), (refused.Reason, refused.Signature));
        Assert.StartsWith("refused: the key of `log.example` with key id", refused.ToString());
    }

    [Fact]
    public void A_retired_key_does_not_stand_in_the_way_of_one_that_is_not()
    {
        using var keys = new TrustedNoteKeys(
            [new(NoteLab.Log.VerifierKey, NoteLab.Now), new(NoteLab.Witness.VerifierKey)]);
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Log, NoteLab.Witness);

        Assert.Equal(
            [NoteLab.Witness.VerifierKey],
            Assert.IsType<NoteVerification.Verified>(note.Verify(keys, NoteLab.Now)).By.ToArray());
        Assert.Equal(
            NoteRefusal.BadSignature,
            ReasonOf(NoteLab.Note(NoteLab.LineOf(NoteLab.Witness), NoteLab.BadLine(NoteLab.Log))
                .Verify(keys, NoteLab.Now)));
    }

    [Fact]
    public void Two_keys_with_one_name_and_key_id_are_a_mistake_of_the_caller()
    {
        var key = NoteLab.Log.VerifierKey;

        Assert.Throws<ArgumentException>(() => TrustedNoteKeys.Of(key, key));
        Assert.Throws<ArgumentException>(() => new TrustedNoteKeys([new(key), new(key, NoteLab.Now)]));
        Assert.Throws<ArgumentNullException>(() => TrustedNoteKeys.Of(key, null!));
        Assert.Throws<ArgumentNullException>(() => new TrustedNoteKeys([null!]));
        Assert.Throws<ArgumentNullException>(() => new TrustedNoteKeys(null!));
        Assert.Throws<ArgumentNullException>(() => new TrustedNoteKey(null!));
        Assert.Throws<ArgumentNullException>(() => NoteLab.Sign(NoteLab.Body, NoteLab.Log).Verify(null!, NoteLab.Now));
    }

    [Fact]
    public void One_key_may_have_two_names()
    {
        var first = NoteVerifierKey.Read(NoteLab.One).Expect();
        var second = NoteVerifierKey.Read(NoteLab.One.Replace("log", "old", StringComparison.Ordinal)).Expect();
        using var keys = TrustedNoteKeys.Of(first, second);

        Assert.Equal(first.KeyId, second.KeyId);
    }

    [Fact]
    public void Keys_that_are_disposed_of_are_made_anew()
    {
        var keys = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey);
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Log);

        Assert.True(note.Verify(keys, NoteLab.Now).IsVerified);
        keys.Dispose();
        Assert.True(note.Verify(keys, NoteLab.Now).IsVerified);
        keys.Dispose();
    }

    [Fact]
    public void Many_threads_verify_with_one_set()
    {
        var good = NoteLab.Sign(NoteLab.Body, NoteLab.Log, NoteLab.Witness);
        var bad = NoteLab.Note(NoteLab.LineOf(NoteLab.Log), NoteLab.BadLine(NoteLab.Witness));
        var wrong = 0;

        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, round =>
        {
            var isGood = round % 2 == 0;
            if ((isGood ? good : bad).Verify(Both, NoteLab.Now).IsVerified != isGood)
            {
                Interlocked.Increment(ref wrong);
            }
        });

        Assert.Equal(0, wrong);
    }

    private static NoteRefusal ReasonOf(NoteVerification verification) =>
        Assert.IsType<NoteVerification.Refused>(verification).Reason;
}
