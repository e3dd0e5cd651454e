using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Slots: sealed, opened at their place only, pseudonymous, and shredded without a change to any proof.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private static readonly SlotPlace Place = new(AuditLab.Origin, "e-1", PersonalDataSlot.ActorName);
    private static readonly Instant Now = AuditLab.Start;

    private readonly DataKey _dataKey = DataKey.Generate(new SystemRandomSource(), Now);
    private readonly SaltSource _salts = SaltSource.OfSystem();
    private readonly SubjectKey _key;

    public PersonalDataTests() => _key = new SubjectKey("subject-7", _dataKey);

    [Theory]
    [InlineData("alice@contoso.com")]
    [InlineData("é")]
    public void What_is_sealed_opens_at_its_place(string text)
    {
        var box = _key.Seal(text, Place, _salts, Now).AsT0;

        Assert.Equal("subject-7", box.Subject);
        Assert.Equal(text, _key.Open(box, Place).Expect());
        Assert.Equal(new SlotReading.Readable(text), Reader().Read(box, Place));
        Assert.NotEqual(box, _key.Seal(text, Place, _salts, Now).AsT0);
    }

    [Fact]
    public void The_longest_text_fits_into_a_record()
    {
        var text = string.Concat(Enumerable.Repeat("漢", 2_048));
        var actor = new AuditActor.Identified(AuditActorKind.User, "p-1")
        {
            Name = _key.Seal(text, Place, _salts, Now).AsT0,
        };

        var encoded = new AuditRecord(0, Now, AuditLab.Small(1, actor)).Encode().Expect();

        var read = (AuditActor.Identified)AuditRecord.Read(encoded).Expect().Event.Actor;
        Assert.Equal(new SlotReading.Readable(text), Reader().Read(read.Name!, Place));
    }

    [Fact]
    public void What_is_sealed_opens_nowhere_else_and_under_no_other_key()
    {
        var box = _key.Seal("alice", Place, _salts, Now).AsT0;
        using var other = DataKey.Generate(new SystemRandomSource(), Now);

        foreach (var place in (SlotPlace[])
            [
                Place with { Log = "other" }, Place with { EventId = "e-2" },
                Place with { Slot = PersonalDataSlot.Origin },
            ])
        {
            Assert.Equal(OpenRefusalKind.Authentication, _key.Open(box, place).AsT1.Kind);
        }

        Assert.True(new SubjectKey("subject-7", other).Open(box, Place).IsT1);
        Assert.True(_key.Open(new PersonalData.Sealed(box.Envelope, "subject-8"), Place).IsT1);
        for (var at = 0; at < box.Envelope.Length; at++)
        {
            var altered = box.Envelope.SetItem(at, (byte)(box.Envelope[at] ^ 1));
            Assert.True(_key.Open(new PersonalData.Sealed(altered, "subject-7"), Place).IsT1);
            Assert.True(_key.Open(new PersonalData.Sealed(box.Envelope[..at], "subject-7"), Place).IsT1);
        }
    }

    [Fact]
    public void A_text_that_does_not_fit_and_a_key_that_is_too_old_are_refused()
    {
        Assert.Equal(
            new AuditEncodingFault(AuditEncodingFaultKind.Empty, "actor.name"), _key.Seal("", Place, _salts, Now).AsT1);
        Assert.Equal(
            AuditEncodingFaultKind.TooLong, _key.Seal(new string('x', 2_049), Place, _salts, Now).AsT1.Kind);
        Assert.Equal(AuditEncodingFaultKind.NotUnicode, _key.Seal("a\ud83d", Place, _salts, Now).AsT1.Kind);
        Assert.Equal(SealRefusal.TooOld, _key.Seal("a", Place, _salts, Now + Duration.FromDays(2)).AsT2);
        Assert.Throws<ArgumentException>(() => new SubjectKey("", _dataKey));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubjectKey(new string('x', 129), _dataKey));
    }

    [Fact]
    public void A_subject_is_shredded_and_no_leaf_no_root_and_no_proof_changes()
    {
        var records = new List<ReadOnlyMemory<byte>>();
        using var writer = new AuditWriter(AuditLog.Empty);
        for (var number = 0; number < 20; number++)
        {
            var place = Place with { EventId = $"e-{number}" };
            AuditActor actor = number % 4 == 0
                ? new AuditActor.Unattributed(UnattributedReason.NotNamed)
                : new AuditActor.Identified(AuditActorKind.User, "p-1")
                {
                    Name = _key.Seal("alice@contoso.com", place, _salts, Now).AsT0,
                };
            writer.Append(AuditLab.Small(number, actor), Now).Expect();
            records.Add(writer.Written.ToArray());
        }

        var checkpoint = writer.Log.ToCheckpoint(AuditLab.Origin);
        var before = AuditVerifier.Verify(records, new AuditEvidence { Checkpoints = [checkpoint] });
        _dataKey.Dispose();
        var after = AuditVerifier.Verify(
            records, new AuditEvidence { Checkpoints = [checkpoint], DestroyedKeys = ["subject-7"] });

        Assert.True(before.IsSound && after.IsSound);
        Assert.Equal(before.Tree, after.Tree);
        Assert.Equal((checkpoint, 20L), (after.Anchor, after.Size));
        Assert.Equal((0L, 15L), (before.Shredded, after.Shredded));
        Assert.Equal((5L, 5L), (before.Unattributed, after.Unattributed));
        var shown = (AuditActor.Identified)AuditRecord.Read(records[1].Span).Expect().Event.Actor;
        Assert.Equal(
            new SlotReading.Shredded("subject-7"), Reader().Read(shown.Name!, Place with { EventId = "e-1" }));
    }

    [Fact]
    public void A_reader_without_the_key_sees_that_it_is_closed_and_one_who_knows_that_it_was_destroyed_sees_that()
    {
        var box = _key.Seal("alice", Place, _salts, Now).AsT0;

        Assert.Equal(
            new SlotReading.Closed(new OpenRefusal(OpenRefusalKind.KeyNotAllowed)),
            new SlotReader([]).Read(box, Place));
        Assert.Equal(
            new SlotReading.Shredded("subject-7"), new SlotReader([], ["subject-7"]).Read(box, Place));
        Assert.Equal(new SlotReading.Readable("x"), Reader().Read(new PersonalData.Plain("x"), Place));
        Assert.Throws<ArgumentException>(() => new SlotReader([_key, _key]));
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_the_same_text_and_key_and_no_other()
    {
        using var one = new PseudonymKey("k-1", new byte[32]);
        using var other = new PseudonymKey("k-2", [.. Enumerable.Repeat((byte)1, 32)]);

        Assert.Equal(one.Of("10.0.0.1"), one.Of("10.0.0.1"));
        Assert.NotEqual(one.Of("10.0.0.1"), one.Of("10.0.0.2"));
        Assert.NotEqual(one.Of("10.0.0.1").Value, other.Of("10.0.0.1").Value);
        Assert.Equal(new SlotReading.Pseudonymous(one.Of("a")), Reader().Read(one.Of("a"), Place));
    }

    [Fact]
    public void There_is_no_pseudonym_without_a_secret()
    {
        Assert.Throws<ArgumentException>(() => new PseudonymKey("k-1", []));
        Assert.Throws<ArgumentException>(() => new PseudonymKey("k-1", new byte[31]));
        var key = new PseudonymKey("k-1", new byte[32]);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Of("a"));
        Assert.Equal(typeof(PseudonymKey).FullName, key.ToString());
    }

    public void Dispose() => _dataKey.Dispose();

    private SlotReader Reader() => new([_key]);
}
