using AmlSecurity.Domain.Tests.Encryption;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Compares records and reports with those of the implementation in JavaScript.</summary>
public sealed class AuditInteropTests : IDisposable
{
    private readonly InteropExchange _exchange = new();

    public void Dispose() => _exchange.Dispose();

    [NodeFact]
    public void The_other_implementation_writes_every_record_again_byte_for_byte()
    {
        var records = new InteropRecords(new Random(1)).Log(InteropCase.RecordCount);

        Assert.All(_exchange.Judge(records), verdict => Assert.Equal("same", verdict));
    }

    [NodeFact]
    public void Both_take_and_refuse_the_same_of_spoilt_records()
    {
        var spoilt = InteropDamage.SpoiltRecords();

        var theirs = _exchange.Judge(spoilt);

        var ours = spoilt.Select(InteropExchange.JudgeHere).ToArray();
        Assert.True(ours.Count(verdict => verdict == "same") > 100, "too few of the spoilt records are records still");
        Assert.True(ours.Distinct().Count() > 200, "the spoilt records fail in too few ways");

        // KNOWN DIFFERENCE: where a record is refused, the two name other bytes.
        Assert.Equal(ours.Select(verdict => verdict == "same"), theirs.Select(verdict => verdict == "same"));
    }

    [NodeFact]
    public void Both_say_the_same_of_damaged_logs()
    {
        var random = new Random(20200313);
        var cases = InteropCase.Damaged(random, 210, kind => WaysFor(kind, random));

        Assert.True(cases.DistinctBy(given => given.Name[4..]).Count() > 40, "the logs are damaged in too few ways");
        _exchange.AssertSame(cases, withOffsets: false);
    }

    // KNOWN DIFFERENCES: damages on which the two disagree are left out here, and are in tests of their own. With leaf
    // hashes: of several at once, those that change the order or leave the format. Without: several at once, noise, and
    // runs that were moved; with bundle roots also foreign records, and logs that were cut off.
    private static string[] WaysFor(InteropEvidence kind, Random random)
    {
        var count = random.Next(5);
        string[] left = kind switch
        {
            InteropEvidence.LeafHashes when count > 1 =>
                ["swapNear", "swapFar", "moveRun", "duplicateFar", "flip", "noise"],
            InteropEvidence.LeafHashes => [],
            InteropEvidence.BundleRoots => ["noise", "moveRun", "insertForeign", "truncate"],
            _ => ["noise", "moveRun"],
        };
        var ways = InteropDamage.Ways.Except(left).ToArray();
        return random.GetItems(ways, kind == InteropEvidence.LeafHashes ? count : Math.Min(count, 1));
    }
}
