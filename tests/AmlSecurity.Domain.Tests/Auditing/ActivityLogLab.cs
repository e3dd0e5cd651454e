using System.Buffers;
using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Vectors;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Events of the activity log, in texts of both shapes.</summary>
internal static class ActivityLogLab
{
    public const string Alice = "aaaaaaaa-0000-0000-0000-000000000001";
    public const string Workspace =
        "/subscriptions/s1/resourcegroups/ml/providers/Microsoft.MachineLearningServices/workspaces/churn";

    public const string Rest = $$$"""
        {
          "authorization": { "action": "Microsoft.MachineLearningServices/workspaces/write", "role": "Owner", "scope": "{{{Workspace}}}" },
          "caller": "alice@contoso.com",
          "claims": {
            "appid": "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            "http://schemas.microsoft.com/claims/authnmethodsreferences": "pwd,mfa",
            "http://schemas.microsoft.com/identity/claims/objectidentifier": "{{{Alice}}}",
            "http://schemas.microsoft.com/identity/claims/scope": "user_impersonation",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn": "alice@contoso.com"
          },
          "correlationId": "c-1", "operationId": "o-1", "eventDataId": "e-1",
          "category": { "value": "Administrative", "localizedValue": "Verwaltung" },
          "eventTimestamp": "2020-03-13T10:02:30.1234567Z",
          "httpRequest": { "clientRequestId": "r-1", "clientIpAddress": "192.0.2.10", "method": "PUT" },
          "operationName": { "value": "Microsoft.MachineLearningServices/workspaces/write", "localizedValue": null },
          "resourceId": "{{{Workspace}}}",
          "status": { "value": "Succeeded", "localizedValue": "Erfolgreich" },
          "subStatus": { "value": "Created", "localizedValue": "Created" },
          "description": "", "relatedEvents": [], "properties": { "statusCode": "Created", "n": 1.50 }
        }
        """;

    public const string Stored = $$$"""
        {
          "time": "2020-03-13T10:02:30Z", "resourceId": "{{{Workspace}}}", "operationName": "MICROSOFT.MACHINELEARNINGSERVICES/WORKSPACES/WRITE",
          "category": "Administrative", "resultType": "Success", "resultSignature": "Succeeded.", "durationMs": 0,
          "callerIpAddress": "192.0.2.10", "correlationId": "c-1",
          "identity": {
            "authorization": { "scope": "{{{Workspace}}}", "action": "a/write", "evidence": { "role": "Owner", "principalId": "aaaaaaaa000000000000000000000001", "principalType": "User" } },
            "claims": { "groups": ["g1", "g2"] }
          },
          "level": "Information", "location": "global"
        }
        """;

    public static readonly string[] VectorPaths = ["aml/activity-log", "audit/activity-log"];

    /// <summary>Reads a text of one event.</summary>
    public static ActivityLogEvent One(string json, Strictness strictness = Strictness.Lenient)
    {
        var reading = Read(json, strictness);
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Values);
    }

    public static DocumentReading<ActivityLogEvent> Read(string json, Strictness strictness = Strictness.Lenient) =>
        ActivityLogReader.Read(Encoding.UTF8.GetBytes(json), strictness);

    public static string Write(ActivityLogEvent given, ActivityLogShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            given.WriteTo(json, shape);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Makes an event of an operation.</summary>
    public static ActivityLogEvent Event(
        string status,
        int second = 0,
        string? correlation = "c-1",
        string? operation = "o-1",
        string name = "Microsoft.MachineLearningServices/workspaces/write",
        string target = Workspace,
        string principal = Alice,
        string caller = "alice@contoso.com") =>
        One(JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["eventTimestamp"] = (AuditLab.Start + Duration.FromSeconds(second)).ToString(),
            ["operationName"] = name,
            ["status"] = status,
            ["correlationId"] = correlation,
            ["operationId"] = operation,
            ["resourceId"] = target,
            ["caller"] = caller,
            ["claims"] = principal.Length == 0 ? null : new Dictionary<string, string> { ["oid"] = principal, ["scp"] = "user" },
        }));

    /// <summary>Lists the published events; some files wrap each in a name.</summary>
    public static IEnumerable<(string Name, string Json)> Vectors() =>
        from folder in VectorPaths
        from file in Directory.GetFiles(OutsideVectors.PathOf(folder), "*.json").Order(StringComparer.Ordinal)
        from found in EventsIn(JsonElement.Parse(File.ReadAllText(file)))
        select ($"{Path.GetFileName(file)}: {found.Name}", found.Json);

    /// <summary>Lists the values that a text holds, however deep.</summary>
    public static IEnumerable<string> Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Leaves(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [$"text {json.GetString()}"],
        _ => [json.GetRawText()],
    };

    private static IEnumerable<(string Name, string Json)> EventsIn(JsonElement file) =>
        file.ValueKind == JsonValueKind.Array
            ? file.EnumerateArray().Select(one =>
                (one.GetProperty("name").GetString()!, one.GetProperty("event").GetRawText()))
            : [("the event", file.GetRawText())];
}
