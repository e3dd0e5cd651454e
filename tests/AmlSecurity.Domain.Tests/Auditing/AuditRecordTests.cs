using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class AuditRecordTests
{
    private static readonly string Small = Encode(AuditLab.Small(1), 7);

    [Fact]
    [Trait("Rule", "MON-03")]
    public void A_record_is_written_as_the_format_has_it() => Assert.Equal(
        "{\"actor\":{\"id\":\"p-1\",\"kind\":\"user\"},\"eventId\":\"e-1\",\"index\":7,"
        + "\"occurredAt\":\"2026-03-02T09:00:01.0000000Z\","
        + "\"operation\":\"Microsoft.MachineLearningServices/workspaces/read\",\"outcome\":{\"kind\":\"succeeded\"},"
        + "\"recordedAt\":\"2026-03-02T09:00:00.0000000Z\",\"source\":\"test\",\"target\":\"w-1\",\"v\":1}",
        Small);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Rule", "MON-05")]
    public void What_is_written_is_read_back_and_is_canonical_JSON(int number)
    {
        var record = new AuditRecord(number, AuditLab.Start, AuditLab.Event(number), Duration.FromTicks(12));

        var encoded = record.Encode().Expect();

        Assert.Equal(record, AuditRecord.Read(encoded).Expect());
        Assert.Equal(encoded, AuditRecord.Read(encoded).Expect().Encode().Expect());
        Assert.Equal(
            Encoding.UTF8.GetString(encoded), Encoding.UTF8.GetString(CanonicalJson.Canonicalize(encoded).Expect()));
    }

    [Theory]
    [InlineData("{", "[")]
    [InlineData("{\"actor\"", "{ \"actor\"")]
    [InlineData("\"kind\":\"user\"", "\"kind\":\"User\"")]
    [InlineData("\"kind\":\"user\"", "\"kind\":\"group\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":null")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\\u0070-1\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"p\\/1\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\\u000A\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\\u000a\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\\u001F\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\t\"")]
    [InlineData("\"id\":\"p-1\"", "\"id\":\"\\ud83d\\ude00\"")]
    [InlineData("\"id\":\"p-1\",\"kind\":\"user\"", "\"kind\":\"user\",\"id\":\"p-1\"")]
    [InlineData("\"index\":7", "\"index\":07")]
    [InlineData("\"index\":7", "\"index\":-7")]
    [InlineData("\"index\":7", "\"index\":7.0")]
    [InlineData("\"index\":7", "\"index\":7e0")]
    [InlineData("\"index\":7", "\"index\":\"7\"")]
    [InlineData("\"index\":7", "\"index\":9007199254740992")]
    [InlineData("\"index\":7", "\"index\":")]
    [InlineData("09:00:01.0000000Z", "09:00:01.000000Z")]
    [InlineData("09:00:01.0000000Z", "09:00:01.00000000Z")]
    [InlineData("09:00:01.0000000Z", "09:00:60.0000000Z")]
    [InlineData("09:00:01.0000000Z", "24:00:01.0000000Z")]
    [InlineData("09:00:01.0000000Z", "09:60:01.0000000Z")]
    [InlineData("2026-03-02T09:00:01", "2026-02-29T09:00:01")]
    [InlineData("2026-03-02T09:00:01", "2026-13-02T09:00:01")]
    [InlineData("2026-03-02T09:00:01", "2026-00-02T09:00:01")]
    [InlineData("2026-03-02T09:00:01", "2026-03-00T09:00:01")]
    [InlineData("2026-03-02T09:00:01", "0000-03-02T09:00:01")]
    [InlineData("2026-03-02T09:00:01", "2026-03-02t09:00:01")]
    [InlineData("{\"kind\":\"succeeded\"}", "{}")]
    [InlineData("{\"kind\":\"succeeded\"}", "{\"kind\":\"allowed\"}")]
    [InlineData("{\"kind\":\"succeeded\"}", "{\"kind\":\"denied\"}")]
    [InlineData("{\"kind\":\"succeeded\"}", "{\"kind\":\"succeeded\",\"reason\":\"x\"}")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"statusCode\":99},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"statusCode\":600},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"userAgent\":{\"plain\":\"\"}},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"userAgent\":{\"pseudonym\":\"00\"}},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"userAgent\":{\"sealed\":\"AB\",\"subject\":\"s\"}},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"userAgent\":{\"sealed\":\"AA==\",\"subject\":\"s\"}},\"source\":\"test\"")]
    [InlineData("\"source\":\"test\"", "\"scoring\":{\"userAgent\":{\"sealed\":\"\",\"subject\":\"s\"}},\"source\":\"test\"")]
    [InlineData("\"v\":1", "\"trace\":{\"rules\":[]},\"v\":1")]
    [InlineData("\"v\":1", "\"trace\":{\"policy\":\"00\"},\"v\":1")]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"v\":1", "\"v\":1,\"w\":1")]
    [InlineData("\"v\":1}", "\"v\":1}\n")]
    [InlineData("\"v\":1}", "\"v\":1")]
    [InlineData("\"eventId\":\"e-1\",", "")]
    [InlineData("\"eventId\":\"e-1\",", "\"eventId\":\"e-1\",\"eventId\":\"e-1\",")]
    [InlineData("\"eventId\"", "\"clockStep\":0,\"eventId\"")]
    public void What_leaves_the_format_is_no_record_and_the_place_is_within_the_change(string sound, string other)
    {
        var at = Small.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0);
        var damaged = Small[..at] + other + Small[(at + sound.Length)..];

        var fault = AuditRecord.Read(Encoding.UTF8.GetBytes(damaged)).AsT1;

        Assert.InRange(fault.Offset, at, at + other.Length + 1);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_no_record_and_the_place_is_theirs()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        var at = Small.IndexOf("p-1", StringComparison.Ordinal);
        bytes[at] = 0xFF;
        Assert.Equal(new AuditRecordFault(at), AuditRecord.Read(bytes).AsT1);

        // Some character begins with this byte; the one behind it is of none.
        bytes[at] = 0xC3;
        Assert.Equal(new AuditRecordFault(at + 1), AuditRecord.Read(bytes).AsT1);
        Assert.Equal(new AuditRecordFault(0), AuditRecord.Read([0xEF, 0xBB, 0xBF, .. bytes]).AsT1);
        Assert.Equal(new AuditRecordFault(0), AuditRecord.Read([]).AsT1);
    }

    [Fact]
    public void Every_cut_record_breaks_off_where_it_was_cut()
    {
        var bytes = new AuditRecord(0, AuditLab.Start, AuditLab.Full).Encode().Expect();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.InRange(AuditRecord.Read(bytes.AsSpan(0, length)).AsT1.Offset, 0, length);
        }
    }

    [Fact]
    public void Whatever_reads_as_a_record_encodes_to_the_same_bytes()
    {
        var random = new Random(1);
        var sound = 0;
        var records = AuditLab.Records(6);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = records[round % 6].ToArray();
            bytes[random.Next(bytes.Length)] = (byte)(round % 3 == 0 ? random.Next(256) : random.Next(32, 127));
            if (AuditRecord.Read(bytes).TryPickT0(out var record, out _))
            {
                sound++;
                Assert.Equal(bytes, record.Encode().Expect());
                Assert.Equal(bytes, CanonicalJson.Canonicalize(bytes).Expect());
            }
        }

        Assert.InRange(sound, 1_000, 19_000);
    }

    [Theory]
    [InlineData("eventId", "", AuditEncodingFaultKind.Empty)]
    [InlineData("eventId", "129", AuditEncodingFaultKind.TooLong)]
    [InlineData("eventId", "half", AuditEncodingFaultKind.NotUnicode)]
    public void A_text_out_of_its_bounds_is_named(string member, string text, AuditEncodingFaultKind kind)
    {
        var id = text switch { "129" => new string('x', 129), "half" => "a\ud83d", _ => text };
        var happened = new AuditEvent(
            id, AuditLab.Start, AuditLab.Someone(AuditActorKind.User), "o", "t", new AuditOutcome.Started(), "s");

        var fault = new AuditRecord(0, AuditLab.Start, happened).Encode().AsT1;

        Assert.Equal(new AuditEncodingFault(kind, member), fault);
        Assert.StartsWith("`eventId` is ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_times_and_lists_out_of_their_bounds_are_named()
    {
        Assert.Equal("scoring.statusCode", Fault(Scoring(new() { StatusCode = 600 })).Member);
        Assert.Equal("scoring.duration", Fault(Scoring(new() { Duration = Duration.FromTicks(-1) })).Member);
        Assert.Equal("scoring.duration", Fault(Scoring(new() { Duration = Duration.MaxValue })).Member);
        Assert.Equal(
            "trace.rules",
            Fault(AuditLab.Small(0) with { Trace = new() { Rules = [.. Enumerable.Repeat("r", 65)] } }).Member);
        Assert.Equal(
            "authentication.origin",
            Fault(AuditLab.Small(0) with
            {
                Authentication = new() { Origin = new PersonalData.Sealed([.. new byte[6_337]], "s") },
            }).Member);
        Assert.Equal(
            "recordedAt", new AuditRecord(0, Instant.MinValue, AuditLab.Small(0)).Encode().AsT1.Member);
        Assert.Equal(
            "index", new AuditRecord(1L << 53, AuditLab.Start, AuditLab.Small(0)).Encode().AsT1.Member);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditRecord(-1, AuditLab.Start, AuditLab.Small(0)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new AuditRecord(0, AuditLab.Start, AuditLab.Small(0), Duration.Zero));

        static AuditEvent Scoring(ScoringDetails details) => AuditLab.Small(0) with { Scoring = details };

        static AuditEncodingFault Fault(AuditEvent happened) =>
            new AuditRecord(0, AuditLab.Start, happened).Encode().AsT1;
    }

    [Fact]
    public void A_part_that_says_nothing_counts_as_left_out()
    {
        var happened = AuditLab.Small(0) with { Authentication = new(), Scoring = new(), Trace = new() };

        Assert.Equal(AuditLab.Small(0), happened);
    }

    [Fact]
    public void Units_are_counted_as_UTF_16_whatever_the_bytes_and_escapes()
    {
        var most = string.Concat(Enumerable.Repeat("\ud83d\ude00\u0001é", 32));
        var longest = AuditLab.Small(0) with { CorrelationId = most };
        var tooLong = AuditLab.Small(0) with { CorrelationId = most + "x" };

        Assert.Equal(128, most.Length);
        var encoded = new AuditRecord(0, AuditLab.Start, longest).Encode().Expect();
        Assert.Equal(most, AuditRecord.Read(encoded).Expect().Event.CorrelationId);
        Assert.Equal("correlationId", new AuditRecord(0, AuditLab.Start, tooLong).Encode().AsT1.Member);
        var text = Encoding.UTF8.GetString(encoded).Replace("é\",", "éx\",", StringComparison.Ordinal);
        Assert.True(AuditRecord.Read(Encoding.UTF8.GetBytes(text)).IsT1);
    }

    [Fact]
    public void Neither_faults_nor_refusals_tell_what_is_in_a_record()
    {
        Assert.Equal("it is not a record from byte 3 on", new AuditRecordFault(3).ToString());
        Assert.Equal("it is not the next record", new AppendRefusal(AppendRefusalKind.IndexGap).ToString());
        Assert.Equal(
            "it was recorded before the last record", new AppendRefusal(AppendRefusalKind.TimeWentBack).ToString());
    }

    private static string Encode(AuditEvent happened, long index) =>
        Encoding.UTF8.GetString(new AuditRecord(index, AuditLab.Start, happened).Encode().Expect());
}
