using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Conformance;

/// <summary>The operations on records and on whole logs.</summary>
internal static class AuditOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
        [new("audit.encode", Encode), new("audit.verify", Verify)];

    // The members may come in any order; what is hashed has one.
    private static JsonObject Encode(Arguments request)
    {
        if (!CanonicalJson.Canonicalize(request.Document("record")).TryPickT0(out var canonical, out var broken))
        {
            throw OperationException.Malformed($"`record` is not canonical JSON: {broken}");
        }

        if (!AuditRecord.Read(canonical).TryPickT0(out var record, out var fault))
        {
            throw OperationException.Malformed($"`record` is no record: {fault} of its canonical form");
        }

        var encoded = record.Encode().Expect();
        return new JsonObject
        {
            ["text"] = Encoding.UTF8.GetString(encoded),
            ["leafHash"] = $"{MerkleTree.HashLeaf(encoded)}",
        };
    }

    private static JsonObject Verify(Arguments request)
    {
        var evidence = new AuditEvidence
        {
            LeafHashes = request.Has("leafHashes") ? MerkleOperations.Hashes(request, "leafHashes") : null,
            Checkpoints = request.OptionalObject("checkpoint") is { } checkpoint
                ? [Checkpoint.Create("log", checkpoint.Count("size"), MerkleOperations.Hash(checkpoint, "root").Bytes)]
                : [],
        };
        var records = request.Texts("records").Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text));
        var report = AuditVerifier.Verify(records, evidence);
        var answer = new JsonObject { ["findings"] = new JsonArray([.. report.Findings.Select(Tell)]) };
        if (report.FirstAltered is { } first)
        {
            answer.Add("firstAltered", first);
        }

        answer.Add("anchored", report.Anchor is not null);
        answer.Add("size", report.Size);
        answer.Add("root", $"{report.Tree.Root}");
        answer.Add("unattributed", report.Unattributed);
        return answer;
    }

    private static JsonObject Tell(AuditFinding finding)
    {
        var kind = $"{finding.Kind}";
        var told = new JsonObject { ["kind"] = char.ToLowerInvariant(kind[0]) + kind[1..], ["index"] = finding.Index };
        if (finding.To != finding.Index || finding.Kind is AuditFindingKind.Missing or AuditFindingKind.Truncated)
        {
            told.Add("to", finding.To);
        }

        if (finding.Kind == AuditFindingKind.NonCanonical)
        {
            told.Add("offset", finding.Offset);
        }

        return told;
    }
}
