using System.Text;
using AmlSecurity.Domain.Auditing;
using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>The 28 characters of a time, beside NodaTime's own pattern.</summary>
public sealed class AuditTimeTests
{
    private static readonly InstantPattern Pattern =
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");

    [Fact]
    public void Every_day_of_the_calendar_and_a_thousand_random_times_are_written_as_NodaTime_does()
    {
        var random = new Random(1);
        for (var day = Instant.FromUtc(1, 1, 1, 0, 0); day < Instant.FromUtc(9998, 1, 1, 0, 0);
            day += Duration.FromDays(random.Next(1, 1_000)))
        {
            AssertSame(day);
            AssertSame(day + Duration.FromTicks(random.NextInt64(NodaConstants.TicksPerDay)));
        }

        foreach (var year in (int[])[1, 4, 100, 400, 1900, 1968, 1969, 1970, 1972, 2000, 2020, 2100, 9999])
        {
            for (var day = Instant.FromUtc(year, 1, 1, 0, 0); day < Instant.FromUtc(year, 12, 31, 0, 0);
                day += Duration.FromDays(1))
            {
                AssertSame(day);
            }
        }
    }

    [Fact]
    public void The_first_and_the_last_time_can_be_written_and_no_other_beyond()
    {
        var first = Instant.FromUtc(1, 1, 1, 0, 0);
        var last = Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_999);
        AssertSame(first);
        AssertSame(last);

        Assert.Equal("occurredAt", FaultOf(first - Duration.FromTicks(1)));
        Assert.Equal("occurredAt", FaultOf(Instant.MinValue));
        AssertSame(AuditTime.Cut(Instant.MaxValue));

        static string FaultOf(Instant at) => new AuditRecord(
            0, AuditLab.Start, Happened(at)).Encode().AsT1.Member;
    }

    [Fact]
    public void Times_are_cut_to_100_nanoseconds_also_before_1970()
    {
        Assert.Equal(Instant.FromUnixTimeTicks(-1), Happened(Instant.FromUnixTimeTicks(0) - Duration.Epsilon).OccurredAt);
        Assert.Equal(Instant.FromUnixTimeTicks(5), Happened(Instant.FromUnixTimeTicks(5) + Duration.Epsilon).OccurredAt);
    }

    private static AuditEvent Happened(Instant at) => new(
        "e", at, AuditLab.Someone(AuditActorKind.User), "o", "t", new AuditOutcome.Started(), "s");

    private static void AssertSame(Instant at)
    {
        var record = new AuditRecord(0, AuditLab.Start, Happened(at)).Encode().Expect();
        Assert.Contains($"\"occurredAt\":\"{Pattern.Format(at)}\"", Encoding.UTF8.GetString(record), StringComparison.Ordinal);
        Assert.Equal(at, AuditRecord.Read(record).Expect().Event.OccurredAt);
    }
}
