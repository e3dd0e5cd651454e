using System.Text;
using AmlSecurity.Domain.Auditing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Laws of notes: what is written is read, what is read is written, and what was changed is not verified.
/// </summary>
[Properties(Arbitrary = [typeof(NoteProperties)], MaxTest = 300 / Law.Share)]
public class NoteProperties
{
    private static readonly string[] Lines =
        ["", "", "a", "log.example", "é — ☃", "— log.example AAAAAQI=", "0", "7", " ", "\u2028", "\U0001F512"];

    private static readonly TrustedNoteKeys Trusted =
        TrustedNoteKeys.Of(NoteLab.Log.VerifierKey, NoteLab.Witness.VerifierKey);

    private static readonly byte[] Sound = NoteLab.Sign(NoteLab.Body, NoteLab.Log).ToBytes();

    /// <summary>A text and who signs it, in this order.</summary>
    public sealed record Signing(string Body, int[] Signers)
    {
        internal InMemoryNoteSigner[] Chosen => [.. Signers.Select(at => NoteLab.Signers[at])];
    }

    /// <summary>Places and values of changes to a sound note.</summary>
    public sealed record Changes((int How, int At, int Value)[] All)
    {
        public byte[] ApplyTo(byte[] sound)
        {
            var bytes = sound.ToList();
            foreach (var (how, at, value) in All)
            {
                var place = at % bytes.Count;
                switch (how)
                {
                    case 0:
                        bytes[place] = (byte)value;
                        break;
                    case 1:
                        bytes.Insert(place, bytes[value % bytes.Count]);
                        break;
                    case 2:
                        bytes.RemoveAt(place);
                        break;
                    default:
                        bytes[place] ^= (byte)(1 << (value % 8));
                        break;
                }
            }

            return [.. bytes];
        }
    }

    public static Arbitrary<Signing> Signings()
    {
        var body = from count in Gen.Choose(1, 6)
                   from lines in Gen.ArrayOf(Gen.Elements(Lines), count)
                   select string.Concat(lines.Select(line => $"{line}\n"));
        var signing = from text in body
                      from order in Gen.Shuffle(Enumerable.Range(0, 3))
                      from count in Gen.Choose(1, 3)
                      select new Signing(text, order[..count]);
        return signing.ToArbitrary();
    }

    public static Arbitrary<Changes> AnyChanges()
    {
        var change = from how in Gen.Choose(0, 3)
                     from at in Gen.Choose(0, 10_000)
                     from value in Gen.Choose(0, 255)
                     select (how, at, value);
        var changes = from count in Gen.Choose(1, 3)
                      from all in Gen.ArrayOf(change, count)
                      select new Changes(all);
        return changes.ToArbitrary();
    }

    [Property]
    public Property What_is_signed_is_read_and_verified_by_the_trusted_who_signed(Signing signing)
    {
        var written = NoteLab.Sign(signing.Body, signing.Chosen).ToBytes();
        var note = SignedNote.Read(written).Expect();
        var expected = signing.Chosen.Where(signer => signer != NoteLab.Stranger).Select(signer => signer.VerifierKey);
        var verification = note.Verify(Trusted, NoteLab.Now);
        var by = verification is NoteVerification.Verified verified ? verified.By : [];
        return (Encoding.UTF8.GetString(note.Body.Span) == signing.Body
                && note.ToBytes().SequenceEqual(written)
                && note.Signatures.Length == signing.Signers.Length
                && by.SequenceEqual(expected))
            .Classify(verification.IsVerified, "verified")
            .Classify(!verification.IsVerified, "refused");
    }

    [Property]
    public bool It_makes_no_difference_whether_signatures_come_together_or_one_by_one(Signing signing)
    {
        var note = NoteLab.Sign(signing.Body, signing.Chosen[0]);
        foreach (var signer in signing.Chosen[1..])
        {
            note = note.CosignAsync([signer], default).AsTask().Result.Expect();
        }

        return note.Body.Span.SequenceEqual(Encoding.UTF8.GetBytes(signing.Body))
            && note.Signatures.Select(one => one.KeyId).SequenceEqual(signing.Chosen.Select(one => one.KeyId))
            && note.Verify(Trusted, NoteLab.Now).IsVerified == signing.Chosen.Any(one => one != NoteLab.Stranger);
    }

    [Property(MaxTest = 5_000 / Law.Share)]
    public Property A_note_that_was_changed_is_read_as_it_is_or_not_at_all_and_never_verified(Changes changes)
    {
        var changed = changes.ApplyTo(Sound);
        var isSame = changed.SequenceEqual(Sound);
        var isRead = SignedNote.Read(changed).TryPickT0(out var note, out var fault);
        var isSound = isRead
            ? note.ToBytes().SequenceEqual(changed) && note.Verify(Trusted, NoteLab.Now).IsVerified == isSame
            : fault.Offset >= 0 && fault.Offset <= changed.Length;
        return isSound.Classify(isRead, "read").Classify(!isRead, "not read");
    }

    [Property(MaxTest = 2_000 / Law.Share)]
    public Property A_checkpoint_that_was_changed_is_read_as_it_is_or_not_at_all(Changes changes)
    {
        var changed = changes.ApplyTo(Encoding.UTF8.GetBytes($"{NoteLab.Body}more\n"));
        var isRead = Checkpoint.Read(changed).TryPickT0(out var checkpoint, out var fault);
        var isSound = isRead
            ? checkpoint.ToBody().SequenceEqual(changed)
            : fault.Offset >= 0 && fault.Offset <= changed.Length;
        return isSound.Classify(isRead, "read").Classify(!isRead, "not read");
    }

    [Fact]
    public void The_changes_reach_notes_that_are_read_and_notes_that_are_not()
    {
        var read = AnyChanges().Generator.Sample(1_000).Count(changes => SignedNote.Read(changes.ApplyTo(Sound)).IsT0);

        Assert.InRange(read, 50, 950);
    }
}
