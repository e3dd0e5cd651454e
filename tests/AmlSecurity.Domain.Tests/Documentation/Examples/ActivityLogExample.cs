using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/activity-log.md</c>.</summary>
public sealed class ActivityLogExample
{
    [Fact]
    public void An_activity_log_is_read_and_kept()
    {
        var utf8 = Encoding.UTF8.GetBytes($"[{ActivityLogLab.Rest},{ActivityLogLab.Stored}]");
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var log = AuditLog.Empty;

        // <example>
        var reading = ActivityLogReader.Read(utf8, Strictness.Lenient);
        foreach (var happened in reading.Values)
        {
            log = log.Append(happened.ToAuditEvent(), now).Expect().Next;
        }

        var operations = ActivityLogOperations.Join(reading.Values);
        var used = UsedActions.From(reading.Values);
        // </example>

        Assert.Equal(2, log.Size);
        Assert.NotEmpty(operations);
        Assert.Single(used.Sets);
    }
}
