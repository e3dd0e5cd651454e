using System.Globalization;
using System.Text;

namespace AmlSecurity.Benchmarks.Canonical;

/// <summary>The documents that are canonicalised, by name.</summary>
internal static class CanonicalDocuments
{
    public const string Record = "record";
    public const string Shuffled = "shuffled";
    public const string Escaped = "escaped";
    public const string Numbers = "numbers";

    private const string RecordText = """
        {"actor":{"id":"aaaaaaaa-0000-0000-0000-000000000001","kind":"user",
        "tenant":"9188040d-6c67-4c5b-b112-36a304b66dad"},
        "correlationId":"5f3d9d3e-6a0e-4f0b-9a57-1c6f7c4f2e11","index":1048576,
        "occurredAt":"2020-03-13T08:15:30.1234567Z",
        "operation":"Microsoft.MachineLearningServices/workspaces/experiments/runs/write","outcome":"allowed",
        "rules":["AUTHZ-03","RBAC-01"]}
        """;

    /// <summary>Returns a document.</summary>
    public static byte[] Get(string name) => Encoding.UTF8.GetBytes(name switch
    {
        Record => RecordText.Replace("\n", "", StringComparison.Ordinal),
        Shuffled => $"[{string.Join(",\n  ", Enumerable.Range(0, 100).Select(ShuffledElement))}]",
        Escaped => $"[{string.Join(',', Enumerable.Range(0, 100).Select(EscapedElement))}]",
        Numbers => $"[{string.Join(',', Enumerable.Range(1, 1000).Select(Number))}]",
        _ => throw new ArgumentException($"`{name}` is not a document", nameof(name)),
    });

    private static string ShuffledElement(int at) =>
        $$"""
        { "type": "run", "id": {{at}}, "name": "churn_{{at}}", "createdBy": "alice", "tags": { "b": true, "a": null } }
        """;

    private static string EscapedElement(int at) =>
        $"\"line {at}\\nsays \\\"\\u00fc\\u20ac\\\" in C:\\\\temp\\\\{at}\\t\\u0001\"";

    private static string Number(int at) =>
        (Math.Sqrt(at) * Math.Pow(10, (at % 60) - 30)).ToString(CultureInfo.InvariantCulture);
}
