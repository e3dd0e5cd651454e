using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>What the report says of every kind of damage, with each kind of evidence.</summary>
public sealed class AuditVerifierTests
{
    private static readonly ImmutableArray<byte[]> Sound = [.. AuditLab.SmallRecords(600)];

    private static readonly AuditEvidence LeafHashes = new() { LeafHashes = AuditLab.Hashes(Sound) };

    private static readonly AuditEvidence Bundles = new()
    {
        BundleRoots =
        [
            .. Sound.Chunk(AuditEvidence.BundleSize)
                .Where(bundle => bundle.Length == AuditEvidence.BundleSize)
                .Select(bundle => NaiveTree.Root(AuditLab.Hashes(bundle).AsSpan())),
        ],
    };

    private static readonly AuditEvidence Checkpoints = new()
    {
        Checkpoints = [.. ((int[])[600, 100, 400]).Select(size => AuditLab.CheckpointOf([.. Sound.Take(size)]))],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_log_that_nobody_altered_is_sound_and_anchored(int degree)
    {
        foreach (var evidence in (AuditEvidence[])[AuditEvidence.Nothing, Checkpoints, Bundles, LeafHashes])
        {
            var report = AuditLab.Verify(Sound, evidence, degree);

            Assert.True(report.IsSound);
            Assert.Equal(600, report.Size);
            Assert.Equal(NaiveTree.Root(AuditLab.Hashes(Sound).AsSpan()), report.Tree.Root);
            Assert.Equal(evidence == Checkpoints ? 600 : null, report.Anchor?.Size);
            Assert.Null(report.FirstAltered);
        }
    }

    [Fact]
    public void The_exactness_is_that_of_what_was_kept()
    {
        Assert.Equal(AuditExactness.None, AuditLab.Verify(Sound, AuditEvidence.Nothing).Exactness);
        Assert.Equal(AuditExactness.Interval, AuditLab.Verify(Sound, Checkpoints).Exactness);
        Assert.Equal(AuditExactness.Bundle, AuditLab.Verify(Sound, Bundles).Exactness);
        Assert.Equal(AuditExactness.Index, AuditLab.Verify(Sound, LeafHashes).Exactness);
    }

    [Fact]
    public void Any_flipped_bit_is_that_record_and_nothing_else()
    {
        for (var bit = 0; bit < Sound[5].Length * 8; bit++)
        {
            var report = AuditLab.Verify(Damage(5, Flip(Sound[5], bit)).Take(9), Few(9));

            Assert.Equal(AuditFinding.At(AuditFindingKind.Altered, 5), report.Findings[^1]);
            Assert.All(report.Findings, finding => Assert.Equal((5, 5), (finding.Index, finding.To)));
            Assert.All(
                report.Findings[..^1], finding => Assert.Equal(AuditFindingKind.NonCanonical, finding.Kind));
            Assert.Equal((5L, 1), (report.FirstAltered, report.AlteredCount));
        }
    }

    [Fact]
    public void Records_that_are_gone_are_missing_and_at_the_end_cut_off()
    {
        Told(LeafHashes, Without(7, 1), "record 7 is missing");
        Told(LeafHashes, Without(7, 3), "records 7 to 9 are missing");
        Told(LeafHashes, Without(0, 2), "records 0 to 1 are missing");
        Told(LeafHashes, Without(598, 2), "records 598 to 599 are cut off at the end");
        Told(AuditEvidence.Nothing, Without(7, 3), "records 7 to 9 are missing");
        Told(AuditEvidence.Nothing, Without(598, 2));
        Told(Checkpoints, Without(598, 2), "records 598 to 599 are cut off at the end");
        Told(Bundles, Without(7, 1), "record 7 is missing");
        Told(LeafHashes, [], "records 0 to 599 are cut off at the end");
    }

    [Fact]
    public void A_record_too_many_is_inserted_where_it_was_read()
    {
        Told(LeafHashes, [.. Sound[..9], Sound[3], .. Sound[9..]], "record 9 is one too many");
        Told(LeafHashes, [Sound[3], .. Sound], "record 0 is one too many");
        Told(LeafHashes, [.. Sound, Sound[3]], "record 600 is one too many");
        Told(AuditEvidence.Nothing, [.. Sound[..9], Sound[3], .. Sound[9..]], "record 9 is one too many");
    }

    [Fact]
    public void Records_in_another_order_are_one_finding_for_the_smallest_run_that_holds_them()
    {
        Told(LeafHashes, Swap(3, 4), "records 3 to 4 are in another order");
        Told(LeafHashes, Swap(3, 500), "records 3 to 500 are in another order");
        Told(
            LeafHashes,
            Swap(3, 4, Swap(10, 12)),
            "records 3 to 4 are in another order",
            "records 10 to 12 are in another order");
        Told(LeafHashes, [.. Sound[..9], .. Sound[10..20], Sound[9], .. Sound[20..]], "records 9 to 19 are in another order");
    }

    [Fact]
    public void Several_damages_at_once_are_told_each()
    {
        List<byte[]> damaged = [.. Sound];
        damaged[20] = Flip(damaged[20], 3);
        damaged.RemoveRange(550, 2);
        damaged.Insert(300, Sound[1]);
        damaged.RemoveAt(100);

        Told(
            LeafHashes,
            damaged,
            "record 20 leaves the format at byte 0",
            "record 20 is altered",
            "record 100 is missing",
            "record 299 is one too many",
            "records 550 to 551 are missing");
    }

    [Fact]
    public void A_record_that_was_deleted_beside_one_that_was_altered_is_told_by_its_number()
    {
        var altered = new AuditRecord(6, AuditLab.At(6), AuditLab.Small(99)).Encode().Expect();

        Told(
            LeafHashes,
            [.. Sound[..5], altered, .. Sound[7..]],
            "record 5 is missing",
            "record 6 is altered");
    }

    [Fact]
    public void With_bundles_the_bundle_is_named_and_with_checkpoints_the_stretch()
    {
        var damaged = Damage(300, Other(300));

        Told(Bundles, damaged, "of records 256 to 511 some are altered");
        Told(
            Checkpoints,
            damaged,
            "of records 100 to 399 some are altered",
            "the root of the first 400 records is not that of the checkpoint");
        Told(
            new AuditEvidence { Checkpoints = Checkpoints.Checkpoints[^1..] },
            damaged,
            "the root of the first 600 records is not that of the checkpoint");
        Assert.Equal(100, AuditLab.Verify(damaged, Checkpoints).Anchor!.Size);
        Assert.Equal(256, AuditLab.Verify(damaged, Bundles).FirstAltered);
        Assert.Empty(AuditLab.Verify(damaged, AuditEvidence.Nothing).Findings);
    }

    [Fact]
    public void A_log_that_agrees_with_itself_and_not_with_what_was_kept_is_forked()
    {
        List<byte[]> forked = [.. Sound[..150], .. AuditLab.Records(600, salt: 1)[150..]];
        var claimed = AuditLab.CheckpointOf(forked);

        Told(
            new AuditEvidence { Checkpoints = Checkpoints.Checkpoints, Claimed = claimed },
            forked,
            "the records fit a newer commitment, and part from an older one after 100");
        Told(
            new AuditEvidence { LeafHashes = LeafHashes.LeafHashes, Claimed = claimed },
            forked,
            "the records fit a newer commitment, and part from an older one after 150");
    }

    [Fact]
    public void A_time_that_went_back_is_told_once()
    {
        int[] seconds = [0, 1, 2, 1, 2, 3];
        var records = seconds.Select((second, number) =>
            new AuditRecord(number, AuditLab.At(second), AuditLab.Small(number)).Encode().Expect()).ToList();

        Told(AuditEvidence.Nothing, records, "record 3 was recorded before the one before it");
        Told(
            new AuditEvidence { LeafHashes = AuditLab.Hashes(records) },
            records,
            "record 3 was recorded before the one before it");
    }

    [Fact]
    public void Records_that_name_nobody_and_those_that_are_shredded_are_counted()
    {
        var records = AuditLab.Records(60);

        var report = AuditLab.Verify(
            records, new AuditEvidence { DestroyedKeys = ImmutableHashSet.Create("subject-8", "x") });

        Assert.Equal((10L, 10L), (report.Unattributed, report.Shredded));
        Assert.Equal(0, AuditLab.Verify(records, AuditEvidence.Nothing).Shredded);
        Assert.True(report.IsSound);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(300)]
    public void A_log_whose_older_records_are_deleted_is_verified_from_there_on(int start)
    {
        var evidence = new AuditEvidence
        {
            Start = CompactRange.Empty.AppendMany(AuditLab.Hashes(Sound.Take(start)).AsSpan()),
            StartRecordedAt = AuditLab.At(start - 1),
            Checkpoints = Checkpoints.Checkpoints,
            LeafHashes = [.. LeafHashes.LeafHashes!.Value.Skip(start)],
        };

        Assert.True(AuditLab.Verify(Sound.Skip(start), evidence).IsSound);
        Assert.Equal(600, AuditLab.Verify(Sound.Skip(start), evidence).Anchor!.Size);
        Told(evidence, [.. Sound.Skip(start).Where((_, at) => at != 4)], $"record {start + 4} is missing");
    }

    [Fact]
    public void Newer_records_than_were_kept_are_no_finding_if_their_numbers_go_on()
    {
        var kept = new AuditEvidence { LeafHashes = [.. LeafHashes.LeafHashes!.Value.Take(500)] };

        Told(kept, Sound);
        Told(kept, Without(550, 1), "record 550 is missing");
    }

    [Fact]
    public async Task A_signed_checkpoint_is_verified_with_the_records()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = InMemoryNoteSigner.Create(AuditLab.Origin, ecdsa);
        var body = AuditLab.CheckpointOf(Sound).ToBody();
        var note = (await SignedNote.SignAsync(body, [signer], default)).Expect().ToBytes();
        using var trusted = TrustedNoteKeys.Of(signer.VerifierKey);
        using var retired = new TrustedNoteKeys([new TrustedNoteKey(signer.VerifierKey, AuditLab.Start)]);
        using var none = TrustedNoteKeys.Of();

        Assert.Empty(Found(trusted, note));
        Assert.Equal([AuditFindingKind.KeyRetired], Found(retired, note));
        Assert.Equal([AuditFindingKind.KeyUnknown], Found(none, note));
        var forged = note.ToArray();
        forged[AuditLab.Origin.Length + 2] ^= 1;
        Assert.Equal([AuditFindingKind.SignatureBad], Found(trusted, forged));
        Assert.Equal([AuditFindingKind.CheckpointUnreadable], Found(trusted, note[..^2]));

        IEnumerable<AuditFindingKind> Found(TrustedNoteKeys keys, byte[] text) => AuditVerifier.VerifySigned(
            Sound.Select(record => (ReadOnlyMemory<byte>)record),
            AuditEvidence.Nothing,
            SignedCheckpoint.Open(text, AuditLab.Origin, keys, AuditLab.Start)).Findings.Select(finding => finding.Kind);
    }

    [Fact]
    public void One_thread_and_several_say_the_same_of_any_damage()
    {
        var random = new Random(7);
        var sound = AuditLab.SmallRecords(4_500);
        var evidence = new AuditEvidence { LeafHashes = AuditLab.Hashes(sound) };
        for (var round = 0; round < 4; round++)
        {
            List<byte[]> damaged = [.. sound];
            for (var damage = random.Next(1, 5); damage > 0; damage--)
            {
                DamageOnce(damaged, random);
            }

            var one = AuditLab.Verify(damaged, evidence);
            var three = AuditLab.Verify(damaged, evidence, degree: 3);
            Assert.Equal(one.Findings.AsEnumerable(), three.Findings);
            Assert.Equal(one.Tree, three.Tree);
        }
    }

    [Fact]
    public void Whatever_is_done_to_a_log_the_report_is_sound_only_if_nothing_was()
    {
        var random = new Random(11);
        var sound = AuditLab.SmallRecords(40);
        var evidence = new AuditEvidence { LeafHashes = AuditLab.Hashes(sound) };
        for (var round = 0; round < 2_000; round++)
        {
            List<byte[]> damaged = [.. sound];
            for (var damage = random.Next(4); damage > 0; damage--)
            {
                DamageOnce(damaged, random);
            }

            var report = AuditLab.Verify(damaged, evidence);
            Assert.Equal(damaged.SequenceEqual(sound), report.IsSound);
            Balance(report, damaged.Count, sound.Count);
        }
    }

    // Every place is that of a record that is there, or altered, or not there; every record too many is told.
    private static void Balance(AuditReport report, int read, int expected)
    {
        var gone = report.Findings
            .Where(finding => finding.Kind is AuditFindingKind.Missing or AuditFindingKind.Truncated)
            .Sum(finding => finding.To - finding.Index + 1);
        var inserted = report.Findings.Count(finding => finding.Kind == AuditFindingKind.Inserted);
        Assert.Equal(read - inserted, expected - gone);
    }

    private static void DamageOnce(List<byte[]> records, Random random)
    {
        var at = random.Next(records.Count);
        var other = random.Next(records.Count);
        switch (random.Next(5))
        {
            case 0:
                // In the actor: a record whose number is altered may pass for a newer one.
                records[at] = Flip(records[at], random.Next(30 * 8));
                break;
            case 1:
                records.RemoveAt(at);
                break;
            case 2:
                records.Insert(at, records[other]);
                break;
            case 3:
                (records[at], records[other]) = (records[other], records[at]);
                break;
            default:
                records.RemoveRange(at, Math.Min(3, records.Count - at));
                break;
        }
    }

    private static void Told(AuditEvidence evidence, IEnumerable<byte[]> records, params string[] lines) =>
        Assert.Equal(
            lines, AuditLab.Verify(records, evidence).Findings.Select(finding => finding.ToString()).ToArray());

    private static AuditEvidence Few(int count) =>
        new() { LeafHashes = [.. LeafHashes.LeafHashes!.Value.Take(count)] };

    private static byte[] Flip(byte[] record, int bit)
    {
        var flipped = record.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static List<byte[]> Without(int first, int count) =>
        [.. Sound[..first], .. Sound[(first + count)..]];

    private static List<byte[]> Swap(int one, int other, List<byte[]>? records = null)
    {
        List<byte[]> swapped = [.. records ?? [.. Sound]];
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
        return swapped;
    }

    private static List<byte[]> Damage(int at, byte[] record) =>
        [.. Sound[..at], record, .. Sound[(at + 1)..]];

    private static byte[] Other(int at) =>
        new AuditRecord(at, AuditLab.At(at), AuditLab.Small(at + 1)).Encode().Expect();
}
