using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Encryption;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Asks the implementation in JavaScript, through a folder, what it says of records and logs.</summary>
internal sealed class InteropExchange : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("amlsec-audit-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Says of a record `same` if it is one, or where it leaves the format.</summary>
    public static string JudgeHere(byte[] record) => AuditRecord.Read(record).Match(
        read => read.Encode().Expect().AsSpan().SequenceEqual(record) ? "same" : "other",
        fault => $"{fault.Offset}");

    /// <summary>Asks for the same of each record.</summary>
    public string[] Judge(IReadOnlyCollection<byte[]> records)
    {
        var file = Path.Combine(_folder.FullName, "records.txt");
        File.WriteAllLines(file, records.Select(record => Convert.ToHexStringLower(record)));
        var judged = NodeProgram.Run("verify-audit.mjs", "judge", file).TrimEnd('\n').Split('\n');
        Assert.Equal(records.Count, judged.Length);
        return judged;
    }

    /// <summary>Asserts that both give the same reports.</summary>
    public void AssertSame(InteropCase[] cases)
    {
        var differences = cases.Zip(Reports(cases))
            .Select(pair => (Here: pair.First.Report().ToJsonString(), There: pair.Second.ToJsonString()))
            .Where(pair => pair.Here != pair.There)
            .Select(pair => $"{pair.Here} here,\n{pair.There} there\n")
            .ToArray();
        Assert.True(
            differences.Length == 0,
            $"{differences.Length} of {cases.Length} differ:\n{string.Join('\n', differences)}");
    }

    private JsonNode[] Reports(InteropCase[] cases)
    {
        foreach (var given in cases)
        {
            given.Write(_folder.FullName);
        }

        var reports = NodeProgram.Run("verify-audit.mjs", "cases", _folder.FullName).TrimEnd('\n').Split('\n');
        Assert.Equal(cases.Length, reports.Length);
        return [.. reports.Select(line => JsonNode.Parse(line)!)];
    }
}
