using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Benchmarks.Auditing;

/// <summary>Records of about 300 bytes.</summary>
internal static class AuditSamples
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static AuditEvent Event { get; } = new(
        "8d3c9d2e-6f1d-4c1e-9a54-0d6a1c6c3b1f",
        Start,
        new AuditActor.Identified(AuditActorKind.User, "aaaaaaaa-0000-0000-0000-000000000001"),
        "Microsoft.MachineLearningServices/workspaces/read",
        "w-churn",
        new AuditOutcome.Allowed("a1"),
        "library");

    public static ReadOnlyMemory<byte>[] Records(int count)
    {
        var records = new ReadOnlyMemory<byte>[count];
        using var writer = new AuditWriter(AuditLog.Empty);
        for (var at = 0; at < count; at++)
        {
            writer.Append(Event, Start + Duration.FromMilliseconds(at)).Expect();
            records[at] = writer.Written.ToArray();
        }

        return records;
    }
}
