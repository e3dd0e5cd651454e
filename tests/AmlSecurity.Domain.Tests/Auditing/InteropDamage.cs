using System.Text;
using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Damages a log as somebody could who has its file.</summary>
/// <param name="random">The chance.</param>
/// <param name="foreign">The records of another log, of the same numbers.</param>
internal sealed class InteropDamage(Random random, List<byte[]> foreign)
{
    /// <summary>Gets the ways.</summary>
    public static string[] Ways { get; } =
    [
        "flip", "edit", "renumber", "retime", "delete", "deleteRun", "duplicateNear", "duplicateFar", "insertForeign",
        "replaceForeign", "swapNear", "swapFar", "truncate", "fork", "noise", "moveRun", "append",
        "renumberFar", "renumberRun",
    ];

    /// <summary>Damages a log in one way.</summary>
    public void Do(string way, List<byte[]> log)
    {
        if (log.Count < 2)
        {
            return;
        }

        var at = random.Next(log.Count);
        var other = random.Next(log.Count);
        switch (way)
        {
            case "flip": log[at] = Flip(log[at]); break;
            case "edit": log[at] = Rewrite(log[at], record => (record.Index, record.RecordedAt, "edited")); break;
            case "renumber":
                log[at] = Rewrite(log[at], record => (other, record.RecordedAt, record.Event.Target));
                break;
            case "renumberFar":
                other += log.Count;
                goto case "renumber";
            case "renumberRun":
                var shift = random.Next(1, 10);
                for (var to = Math.Min(at + 3, log.Count); at < to; at++)
                {
                    log[at] = Rewrite(log[at], read => (read.Index + shift, read.RecordedAt, read.Event.Target));
                }

                break;
            case "retime":
                var by = Duration.FromTicks(random.NextInt64(-10_000_000, 10_000_000));
                log[at] = Rewrite(log[at], record => (record.Index, record.RecordedAt + by, record.Event.Target));
                break;
            case "delete": log.RemoveAt(at); break;
            case "deleteRun": log.RemoveRange(at, Math.Min(1 + random.Next(10), log.Count - at)); break;
            case "duplicateNear": log.Insert(at + 1, log[at]); break;
            case "duplicateFar": log.Insert(other, log[at]); break;
            case "insertForeign": log.Insert(at, foreign[other]); break;
            case "replaceForeign": log[at] = foreign[at]; break;
            case "swapNear":
                Swap(log, at, at == 0 ? 1 : at - 1);
                break;
            case "swapFar":
                Swap(log, at, other);
                break;
            case "truncate": log.RemoveRange(at, log.Count - at); break;
            case "fork":
                for (; at < log.Count; at++)
                {
                    log[at] = foreign[at];
                }

                break;
            case "noise": log.Insert(at, Encoding.UTF8.GetBytes("{\"actor\":{}}")); break;
            case "moveRun":
                var run = log.GetRange(at, Math.Min(1 + random.Next(6), log.Count - at));
                log.RemoveRange(at, run.Count);
                log.InsertRange(random.Next(log.Count + 1), run);
                break;
            default: log.AddRange(foreign.Skip(log.Count).Take(1 + random.Next(5))); break;
        }
    }

    /// <summary>Spoils bytes; no line feed comes into them.</summary>
    public byte[] Flip(byte[] record)
    {
        var at = random.Next(record.Length);
        var flipped = (byte)(record[at] ^ (1 << random.Next(8)));
        return flipped == '\n' ? Flip(record) : [.. record[..at], flipped, .. record[(at + 1)..]];
    }

    /// <summary>Cuts records off at every byte, and changes others in a few bytes, by a fixed chance.</summary>
    public static byte[][] SpoiltRecords()
    {
        var random = new Random(7);
        var records = new InteropRecords(random).Log(100);
        return
        [
            .. records.Take(3).SelectMany(record => Enumerable.Range(1, record.Length - 1).Select(to => record[..to])),
            .. Enumerable.Range(0, 2_500).Select(number => Spoil(records[number % records.Count], random)),
        ];
    }

    private static byte[] Spoil(byte[] record, Random random)
    {
        var at = random.Next(record.Length);
        var to = at + random.Next(Math.Min(12, record.Length - at));
        var value = (byte)(random.Next(3) == 0 ? random.Next(256) : "\"\\,:{}[]0189u/ axZTé"[random.Next(20)]);
        return random.Next(6) switch
        {
            0 => [.. record[..at], value, .. record[at..]],
            1 => [.. record[..at], .. record[to..]],
            2 => [.. record[..to], .. record[at..]],
            3 => [.. record[..at], (byte)(record[at] ^ (1 << random.Next(8))), .. record[(at + 1)..]],
            _ => [.. record[..at], value, .. record[(at + 1)..]],
        };
    }

    private static void Swap(List<byte[]> log, int one, int other) =>
        (log[one], log[other]) = (log[other], log[one]);

    /// <summary>Makes another record of one; what is none stays as it is.</summary>
    public static byte[] Rewrite(byte[] bytes, Func<AuditRecord, (long Index, Instant At, string Target)> change)
    {
        if (!AuditRecord.Read(bytes).TryPickT0(out var record, out _))
        {
            return bytes;
        }

        var (index, recordedAt, target) = change(record);
        var happened = record.Event;
        var changed = new AuditEvent(
            happened.EventId,
            happened.OccurredAt,
            happened.Actor,
            happened.Operation,
            target,
            happened.Outcome,
            happened.Source)
        {
            Authentication = happened.Authentication,
        };
        return new AuditRecord(index, recordedAt, changed).Encode().Expect();
    }
}
