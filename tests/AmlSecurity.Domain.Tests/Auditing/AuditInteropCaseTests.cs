using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Encryption;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Compares named records and logs with what the implementation in JavaScript says of them.</summary>
public sealed class AuditInteropCaseTests : IDisposable
{
    private static readonly List<byte[]> Log = new InteropRecords(new Random(3)).Log(InteropCase.RecordCount);
    private static readonly byte[] Noise = Encoding.UTF8.GetBytes("{\"actor\":{}}");

    private readonly InteropExchange _exchange = new();

    public void Dispose() => _exchange.Dispose();

    [NodeTheory]
    [InlineData("noise, nothing kept")]
    [InlineData("an unreadable record behind a gap, nothing kept")]
    [InlineData("a run moved to the end, nothing kept")]
    [InlineData("the last two swapped, nothing kept")]
    [InlineData("the time set back in a stretch that is out of step, nothing kept")]
    [InlineData("an altered record behind two that were swapped, bundle roots")]
    [InlineData("an altered record behind a gap, bundle roots")]
    [InlineData("cut off within a bundle, bundle roots")]
    [InlineData("cut off before a bundle, bundle roots")]
    [InlineData("an altered record behind two checkpoints, bundle roots")]
    [InlineData("a duplicate, then a swap, leaf hashes")]
    [InlineData("noise, and a record moved behind others, leaf hashes")]
    [InlineData("an unreadable record between two that were swapped, leaf hashes")]
    [InlineData("the last record with a number far out, leaf hashes")]
    [InlineData("noise behind a gap, and cut off, leaf hashes")]
    [InlineData("a duplicate, and the last record unreadable, leaf hashes")]
    public void Both_report_the_same(string name) => _exchange.AssertSame([CaseOf(name)]);

    [NodeTheory]
    [InlineData("T23:59:", "T29:59:", 2)]
    [InlineData("2020-02", "2020-13", 6)]
    [InlineData("\"index\":7", "\"index\":07", 9)]
    [InlineData("\"index\":7", "\"index\":9007199254740992", 23)]
    [InlineData("\"succeeded\"", "\"stopped\"", 3)]
    [InlineData("\"user\"", "\"usex\"", 4)]
    [InlineData("\"target\":\"t\"", "\"target\":\"\\u0041\"", 14)]
    [InlineData("\"target\":\"t\"", "\"target\":\"\\/\"", 11)]
    [InlineData("\"sealed\":\"AAA\"", "\"sealed\":\"AA+\"", 12)]
    [InlineData("\"clockStep\":5", "\"clocksTep\":5", 6)]
    [InlineData("\"clockStep\":5", "\"clockStep\":0", 12)]
    public void Both_name_the_same_byte(string part, string spoilt, int offset)
    {
        const string Time = "2020-02-28T23:59:00.0000000Z";
        const string Sound = "{\"actor\":{\"id\":\"a\",\"kind\":\"user\","
            + "\"name\":{\"sealed\":\"AAA\",\"subject\":\"s\"}},"
            + $"\"clockStep\":5,\"eventId\":\"e\",\"index\":7,\"occurredAt\":\"{Time}\",\"operation\":\"o\","
            + $"\"outcome\":{{\"kind\":\"succeeded\"}},\"recordedAt\":\"{Time}\","
            + "\"source\":\"s\",\"target\":\"t\",\"v\":1}";
        var at = Sound.IndexOf(part, StringComparison.Ordinal);
        var record = Encoding.UTF8.GetBytes(Sound[..at] + spoilt + Sound[(at + part.Length)..]);
        var expected = offset < 0 ? "same" : $"{at + offset}";

        Assert.Equal([expected], _exchange.Judge([record]));
        Assert.Equal(expected, InteropExchange.JudgeHere(record));
    }

    [NodeFact]
    public void Both_name_the_first_byte_of_a_record_that_is_too_long_besides()
    {
        byte[] record = [.. "x"u8, .. new byte[AuditRecord.MaximumLength]];

        Assert.Equal(["0"], _exchange.Judge([record]));
        Assert.Equal("0", InteropExchange.JudgeHere(record));
    }

    [NodeFact]
    public void Both_name_the_byte_at_which_a_record_becomes_too_long()
    {
        var longest = string.Concat(Enumerable.Repeat("\\u0000", 2_048));
        var slot = $"{{\"plain\":\"{longest}\"}}";
        var record = Encoding.UTF8.GetBytes(
            $"{{\"actor\":{{\"id\":\"a\",\"kind\":\"user\",\"name\":{slot}}},"
            + $"\"authentication\":{{\"origin\":{slot},\"userAgent\":{slot}}},\"eventId\":\"e\",\"index\":7,"
            + "\"occurredAt\":\"2020-02-28T23:59:00.0000000Z\","
            + $"\"operation\":\"{longest}\",\"outcome\":{{\"kind\":\"started\"}},"
            + "\"recordedAt\":\"2020-02-28T23:59:00.0000000Z\","
            + $"\"scoring\":{{\"requestUrl\":{slot}}},\"source\":\"s\",\"target\":\"{longest}\",\"v\":1}}");

        Assert.Equal(["65536"], _exchange.Judge([record]));
        Assert.Equal("65536", InteropExchange.JudgeHere(record));
    }

    private static InteropCase CaseOf(string name)
    {
        var isLong = name.EndsWith("bundle roots", StringComparison.Ordinal);
        var original = Log.GetRange(0, isLong ? InteropCase.RecordCount : 20);
        var found = original.ToList();
        Damage(name, found);
        return new InteropCase
        {
            Name = name,
            Records = found,
            Hashed = name.EndsWith("leaf hashes", StringComparison.Ordinal) ? original : null,
            BundleRoots = isLong ? InteropCase.BundlesOf(original) : [],
            Checkpoints = name.Contains("checkpoints", StringComparison.Ordinal)
                ? [InteropCase.CheckpointOf(original, 256), InteropCase.CheckpointOf(original, 400)]
                : [],
        };
    }

    private static void Damage(string name, List<byte[]> log)
    {
        switch (name.Split(',')[0])
        {
            case "noise" when name.Contains("moved", StringComparison.Ordinal):
                log.Insert(1, Noise);
                Move(log, 2, 5);
                break;
            case "noise":
                log.Insert(5, Noise);
                break;
            case "an unreadable record behind a gap":
                log[10] = Noise;
                log.RemoveAt(3);
                break;
            case "a run moved to the end":
                for (var moved = 0; moved < 5; moved++)
                {
                    Move(log, 10, 19);
                }

                break;
            case "the last two swapped":
                Move(log, 18, 19);
                break;
            case "the time set back in a stretch that is out of step":
                log[8] = Edit(log[8], Duration.FromHours(-1));
                log.Insert(13, log[12]);
                log.RemoveAt(3);
                break;
            case "an altered record behind two that were swapped":
                Move(log, 3, 4);
                log[300] = Edit(log[300], Duration.Zero);
                break;
            case "an altered record behind a gap":
                log[300] = Edit(log[300], Duration.Zero);
                log.RemoveAt(3);
                break;
            case "cut off within a bundle":
                log.RemoveRange(500, log.Count - 500);
                break;
            case "cut off before a bundle":
                log.RemoveRange(256, log.Count - 256);
                break;
            case "an altered record behind two checkpoints":
                log[300] = Edit(log[300], Duration.Zero);
                break;
            case "noise behind a gap":
                log.RemoveAt(1);
                log.Insert(2, Noise);
                log.RemoveRange(10, 10);
                break;
            case "a duplicate" when name.Contains("unreadable", StringComparison.Ordinal):
                log[^1] = Noise;
                log.Insert(1, log[0]);
                break;
            case "a duplicate":
                log.Insert(1, log[0]);
                Move(log, 2, 3);
                break;
            case "an unreadable record between two that were swapped":
                (log[3], log[15]) = (log[15], log[3]);
                log[9] = Noise;
                break;
            default:
                log[^1] = InteropDamage.Rewrite(log[^1], record => (9_299, record.RecordedAt, record.Event.Target));
                break;
        }
    }

    private static byte[] Edit(byte[] record, Duration by) =>
        InteropDamage.Rewrite(record, read => (read.Index, read.RecordedAt + by, "edited"));

    private static void Move(List<byte[]> log, int from, int to)
    {
        var moved = log[from];
        log.RemoveAt(from);
        log.Insert(to, moved);
    }
}
