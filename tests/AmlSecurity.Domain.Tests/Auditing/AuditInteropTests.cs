using System.Globalization;
using AmlSecurity.Domain.Tests.Encryption;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Compares records and reports with those of the implementation in JavaScript.</summary>
/// <remarks><c>eng/compare-audit.sh</c> compares more logs, by <c>AMLSEC_LOGS</c> and <c>AMLSEC_SEED</c>.</remarks>
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
    public void Both_take_the_same_of_spoilt_records_and_name_the_same_byte_of_the_others()
    {
        var spoilt = InteropDamage.SpoiltRecords();

        var theirs = _exchange.Judge(spoilt);

        var ours = spoilt.Select(InteropExchange.JudgeHere).ToArray();
        Assert.True(ours.Count(verdict => verdict == "same") > 100, "too few of the spoilt records are records still");
        Assert.True(ours.Distinct().Count() > 200, "the spoilt records fail in too few ways");
        Assert.Equal(ours, theirs);
    }

    [NodeFact]
    public void Both_say_the_same_of_damaged_logs()
    {
        var cases = InteropCase.Damaged(new Random(Asked("AMLSEC_SEED", 20200313)), Asked("AMLSEC_LOGS", 200));

        Assert.True(cases.DistinctBy(given => given.Name[4..]).Count() > 40, "the logs are damaged in too few ways");
        _exchange.AssertSame(cases);
    }

    private static int Asked(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : usual;
}
