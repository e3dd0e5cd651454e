using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmlSecurity.Conformance;

/// <summary>Sends the built-in requests through <see cref="ConformanceConsole"/> and compares the answers.</summary>
/// <remarks>
/// A line of <c>self-check.jsonl</c> has <c>request</c>, sent as it is written, or as the text that it holds if it is a
/// string; or <c>requestHex</c>, for bytes that no JSON holds; and <c>expected</c>, null where no answer is due. The
/// answer may have more members than are expected; a member that is expected to be null may be absent.
/// </remarks>
internal static class SelfCheck
{
    /// <summary>Runs all checks.</summary>
    /// <param name="report">Where failures and the closing line go.</param>
    /// <returns><see langword="true"/> if none failed.</returns>
    public static bool Run(TextWriter report)
    {
        using var lines = new StreamReader(
            typeof(SelfCheck).Assembly.GetManifestResourceStream("self-check.jsonl")!, Encoding.UTF8);
        var (passed, failed) = (0, 0);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (Check(line) is not { } failure)
            {
                passed++;
                continue;
            }

            failed++;
            report.WriteLine($"self-check.jsonl, line {number}: {failure}");
        }

        report.WriteLine($"self-check: {passed} passed, {failed} failed");
        return failed == 0 && passed > 0;
    }

    private static string? Check(string line)
    {
        using var check = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
        var expected = check.RootElement.GetProperty("expected");
        using var input = new MemoryStream(RequestOf(check.RootElement));
        using var output = new MemoryStream();
        ConformanceConsole.Run(input, output);
        var answer = Encoding.UTF8.GetString(output.ToArray());
        if (expected.ValueKind == JsonValueKind.Null)
        {
            return answer.Length == 0 ? null : $"no answer is due, but there is {answer.TrimEnd()}";
        }

        return answer.EndsWith('\n') && answer.IndexOf('\n', StringComparison.Ordinal) == answer.Length - 1
            && IsWithin(JsonNode.Parse(expected.GetRawText()), JsonNode.Parse(answer))
                ? null
                : $"expected {expected.GetRawText()}, but the answer is {answer.TrimEnd()}";
    }

    private static byte[] RequestOf(JsonElement check)
    {
        if (check.TryGetProperty("requestHex", out var hex))
        {
            return Convert.FromHexString(hex.GetString()!);
        }

        var request = check.GetProperty("request");
        return Encoding.UTF8.GetBytes(
            request.ValueKind == JsonValueKind.String ? request.GetString()! : request.GetRawText());
    }

    private static bool IsWithin(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject some, JsonObject all) => some.All(member => IsWithin(member.Value, all[member.Key])),
        (JsonArray some, JsonArray all) =>
            some.Count == all.Count && some.Zip(all).All(pair => IsWithin(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(expected, actual),
    };
}
