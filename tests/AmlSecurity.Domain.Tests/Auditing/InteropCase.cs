using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>A log as it was found, and what was kept of it, for both implementations.</summary>
internal sealed partial class InteropCase
{
    public const string Origin = "log.example";

    private static readonly TrustedNoteKeys Trusted = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey);

    public required string Name { get; init; }

    public required List<byte[]> Records { get; init; }

    /// <summary>Gets the older records, of which only what a tree must remember was kept.</summary>
    public List<byte[]> Gone { get; init; } = [];

    public List<byte[]>? Hashed { get; init; }

    public ImmutableArray<Hash256> BundleRoots { get; init; } = [];

    public ImmutableArray<Checkpoint> Checkpoints { get; init; } = [];

    public string? ClaimedNote { get; init; }

    public string[] DestroyedKeys { get; init; } = [];

    public static Hash256 RootOf(IEnumerable<byte[]> records) => RangeOf(records).Root;

    public static ImmutableArray<Hash256> BundlesOf(List<byte[]> records) =>
        [.. records.Chunk(256).Where(run => run.Length == 256).Select(RootOf)];

    public static Checkpoint CheckpointOf(List<byte[]> records, int size) =>
        Checkpoint.Create(Origin, size, RootOf(records.Take(size)).Bytes);

    /// <summary>Writes the log and the evidence.</summary>
    public void Write(string folder)
    {
        var lines = Records.SelectMany(record => record.Append((byte)'\n')).ToArray();
        File.WriteAllBytes(Path.Combine(folder, $"{Name}.jsonl"), lines);
        var evidence = new JsonObject();
        if (Gone.Count > 0)
        {
            evidence["start"] = new JsonObject { ["size"] = Gone.Count, ["hashes"] = Hexes(RangeOf(Gone).Hashes) };
            evidence["startRecordedAt"] = JsonNode.Parse(Gone[^1])!["recordedAt"]!.DeepClone();
        }

        if (Hashed is not null)
        {
            evidence["leafHashes"] = Hexes(Leaves());
        }

        evidence["bundleRoots"] = Hexes(BundleRoots);
        evidence["checkpoints"] = JsonSerializer.SerializeToNode(Checkpoints.Select(one => new
        {
            origin = one.Origin,
            size = one.Size,
            root = Convert.ToHexStringLower(one.Root.AsSpan()),
        }));
        evidence["destroyedKeys"] = JsonSerializer.SerializeToNode(DestroyedKeys);
        if (ClaimedNote is not null)
        {
            evidence["claimed"] = new JsonObject
            {
                ["note"] = ClaimedNote,
                ["key"] = NoteLab.Log.VerifierKey.ToString(),
                ["origin"] = Origin,
            };
        }

        File.WriteAllText(Path.Combine(folder, $"{Name}.json"), evidence.ToJsonString());
    }

    /// <summary>Verifies here, and gives the report in the form of the other implementation.</summary>
    public JsonObject Report()
    {
        var records = Records.Select(record => (ReadOnlyMemory<byte>)record);
        var evidence = new AuditEvidence
        {
            Start = RangeOf(Gone),
            StartRecordedAt = Gone.Count > 0 ? AuditRecord.Read(Gone[^1]).Expect().RecordedAt : null,
            LeafHashes = Hashed is null ? null : Leaves(),
            BundleRoots = BundleRoots,
            Checkpoints = Checkpoints,
            DestroyedKeys = [.. DestroyedKeys],
        };
        var report = ClaimedNote is null
            ? AuditVerifier.Verify(records, evidence)
            : AuditVerifier.VerifySigned(
                records,
                evidence,
                SignedCheckpoint.Open(Encoding.UTF8.GetBytes(ClaimedNote), Origin, Trusted, NoteLab.Now));
        return new JsonObject
        {
            ["name"] = Name,
            ["size"] = report.Size,
            ["root"] = report.Tree.Root.ToString(),
            ["anchored"] = report.Anchor?.Size,
            ["exactness"] = NameOf(report.Exactness),
            ["findings"] = new JsonArray([.. report.Findings.Select(Found)]),
            ["firstAltered"] = report.FirstAltered,
            ["unattributed"] = report.Unattributed,
            ["shredded"] = report.Shredded,
        };
    }

    private static JsonNode Found(AuditFinding finding)
    {
        var found = new JsonObject
        {
            ["kind"] = NameOf(finding.Kind),
            ["index"] = finding.Index,
            ["to"] = finding.To,
        };
        if (finding.Kind == AuditFindingKind.NonCanonical)
        {
            found["offset"] = finding.Offset;
        }

        return found;
    }

    private static JsonArray Hexes(IEnumerable<Hash256> hashes) =>
        [.. hashes.Select(hash => JsonValue.Create(hash.ToString()))];

    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    private static CompactRange RangeOf(IEnumerable<byte[]> records) =>
        CompactRange.Empty.AppendMany([.. records.Select(record => MerkleTree.HashLeaf(record))]);

    private ImmutableArray<Hash256> Leaves() => [.. Hashed!.Select(record => MerkleTree.HashLeaf(record))];
}
