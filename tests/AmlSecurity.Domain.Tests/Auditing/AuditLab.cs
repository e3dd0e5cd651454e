using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Events of every form, and logs of them.</summary>
internal static class AuditLab
{
    public const string Origin = "ml.example/audit";

    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Makes a record with every member; other events leave members out, by their number.</summary>
    public static AuditEvent Full { get; } = new(
        "e-1",
        Start,
        new AuditActor.Identified(AuditActorKind.Guest, "aaaaaaaa-0000-0000-0000-000000000001", "t-1")
        {
            Name = new PersonalData.Sealed([1, 2, 3, 250], "subject-7"),
        },
        "Microsoft.MachineLearningServices/workspaces/delete",
        "/subscriptions/1/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/churn",
        new AuditOutcome.Denied("NoAssignment"),
        "library")
    {
        CorrelationId = "c-1",
        OperationId = "o-1",
        Authentication = new AuditAuthentication
        {
            Client = "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            Methods = ["pwd", "mfa"],
            Mfa = MfaStatus.Satisfied,
            Origin = new PersonalData.Pseudonym("k-1", Digest(7)),
            TokenHash = Digest(1),
            UserAgent = new PersonalData.Plain("curl \"8\" \\ \u0001\u007f\b\t\n\f\r é \ud83d\ude00 /"),
        },
        Scoring = new ScoringDetails
        {
            ComputeType = "AKS",
            Duration = Duration.FromMilliseconds(12) + Duration.FromTicks(3),
            HttpMethod = "POST",
            RequestId = "r-1",
            RequestUrl = new PersonalData.Plain("https://svc.example/score?a=b"),
            StatusCode = 200,
            UserAgent = new PersonalData.Sealed([9], "subject-8"),
        },
        Trace = new DecisionTrace { Policy = Digest(2), Rules = ["AUTHZ-01", "DEC-12"] },
    };

    public static Hash256 Digest(byte seed) => new([.. Enumerable.Repeat(seed, Hash256.Length)]);

    public static AuditEvent Event(int number) => (number % 6) switch
    {
        0 => Full,
        1 => Small(number, new AuditActor.Unattributed(UnattributedReason.NotNamed), new AuditOutcome.Started()),
        2 => Small(number, new AuditActor.RunToken("run-1", "w-1"), new AuditOutcome.Succeeded()),
        3 => Small(number, Someone(AuditActorKind.User), new AuditOutcome.Allowed("a1")),
        4 => Small(number, Someone(AuditActorKind.ManagedIdentity), new AuditOutcome.Failed("E42")),
        _ => Small(number, Someone(AuditActorKind.ServicePrincipal), new AuditOutcome.Denied("NoAssignment")),
    };

    public static AuditEvent Small(int number, AuditActor? actor = null, AuditOutcome? outcome = null) => new(
        $"e-{number}",
        At(number),
        actor ?? Someone(AuditActorKind.User),
        "Microsoft.MachineLearningServices/workspaces/read",
        "w-1",
        outcome ?? new AuditOutcome.Succeeded(),
        "test");

    public static AuditActor Someone(AuditActorKind kind) => new AuditActor.Identified(kind, "p-1");

    public static Instant At(int number) => Start + Duration.FromSeconds(number);

    /// <summary>Makes a log of some records, and gives their bytes.</summary>
    public static List<byte[]> Records(int count, int salt = 0) =>
        [.. Enumerable.Range(0, count).Select(number =>
            new AuditRecord(number, At(number), Event(number + salt)).Encode().Expect())];

    public static List<byte[]> SmallRecords(int count) =>
        [.. Enumerable.Range(0, count).Select(number =>
            new AuditRecord(number, At(number), Small(number)).Encode().Expect())];

    public static ImmutableArray<Hash256> Hashes(IEnumerable<byte[]> records) =>
        [.. records.Select(record => MerkleTree.HashLeaf(record))];

    public static Checkpoint CheckpointOf(IReadOnlyCollection<byte[]> records) => Checkpoint.Create(
        Origin, records.Count, CompactRange.Empty.AppendMany(Hashes(records).AsSpan()).Root.Bytes);

    public static AuditReport Verify(IEnumerable<byte[]> records, AuditEvidence evidence, int degree = 1) =>
        AuditVerifier.Verify(records.Select(record => (ReadOnlyMemory<byte>)record), evidence, degree);
}
