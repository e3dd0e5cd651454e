using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads one item of telemetry, whichever way it was exported.</summary>
internal static class ScoringRequestReader
{
    public static ScoringRequest? Read(ref JsonCursor json)
    {
        var before = json.FaultCount;
        var draft = new ScoringRequestDraft();
        ReadItem(ref json, draft);
        return draft.Finish(ref json, before);
    }

    private static void ReadItem(ref JsonCursor json, ScoringRequestDraft draft)
    {
        if (!json.EnterObject())
        {
            return;
        }

        while (json.NextMember())
        {
            switch (json.Member)
            {
                case "request" or "event" when json.Token == JsonTokenType.StartArray:
                    ReadRequests(ref json, draft);
                    break;
                case "basedata" when json.Token == JsonTokenType.StartObject:
                    ReadItem(ref json, draft);
                    draft.CloseNames();
                    break;
                case "data" or "context" or "location" or "custom" or "tags"
                    when json.Token == JsonTokenType.StartObject:
                    ReadItem(ref json, draft);
                    break;
                case "operation" when json.Token == JsonTokenType.StartObject:
                    ReadOperation(ref json, draft);
                    break;
                case "internal" or "device" or "user" or "session":
                    json.Skip();
                    break;
                default:
                    Take(ref json, draft);
                    break;
            }
        }
    }

    // A blob of continuous export has a list of one.
    private static void ReadRequests(ref JsonCursor json, ScoringRequestDraft draft)
    {
        json.EnterArray();
        while (json.NextElement())
        {
            ReadItem(ref json, draft);
        }

        draft.CloseNames();
    }

    private static void ReadOperation(ref JsonCursor json, ScoringRequestDraft draft)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.Member == "id")
            {
                draft.Keep(ref json, "operation", RecordWords.ShortText);
            }
            else
            {
                json.Skip();
            }
        }
    }

    private static void Take(ref JsonCursor json, ScoringRequestDraft draft)
    {
        switch (json.Member)
        {
            case "timestamp" or "time" or "timegenerated" or "timegenerated [utc]" or "eventtime":
                draft.ReadTime(ref json);
                break;
            case "id":
                draft.KeepName(ref json, "id", RecordWords.ShortText);
                break;
            case "name":
                draft.KeepName(ref json, "name", ScoringRequestDraft.LongestName);
                break;
            case "url":
                draft.Keep(ref json, "url", ScoringRequestDraft.LongestUrl);
                break;
            case "responsecode" or "resultcode":
                draft.ReadStatus(ref json);
                break;
            case "duration" or "durationms":
                draft.ReadDuration(ref json);
                break;
            case "durationmetric" when json.Token == JsonTokenType.StartObject:
                ReadMetric(ref json, draft);
                break;
            case "operation_id" or "operationid" or "ai.operation.id":
                draft.Keep(ref json, "operation", RecordWords.ShortText);
                break;
            case "client_ip" or "clientip" or "ai.location.ip":
                draft.Keep(ref json, "address", RecordWords.LongestText);
                break;
            case "customdimensions" or "properties" or "dimensions":
                ReadDimensions(ref json, draft);
                break;
            default:
                json.Skip();
                break;
        }
    }

    private static void ReadMetric(ref JsonCursor json, ScoringRequestDraft draft)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.Member == "value" && json.Token == JsonTokenType.Number)
            {
                draft.ReadTicks(ref json);
            }
            else
            {
                json.Skip();
            }
        }
    }

    // An object, a list of objects with one member each, or an object inside a text.
    private static void ReadDimensions(ref JsonCursor json, ScoringRequestDraft draft)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartArray:
                json.EnterArray();
                while (json.NextElement())
                {
                    ReadDimensions(ref json, draft);
                }

                break;
            case JsonTokenType.StartObject:
                json.EnterObject();
                while (json.NextMember())
                {
                    TakeOwn(ref json, draft);
                }

                break;
            case JsonTokenType.String:
                ReadEmbedded(ref json, draft);
                break;
            default:
                json.Skip();
                break;
        }
    }

    private static void ReadEmbedded(ref JsonCursor json, ScoringRequestDraft draft)
    {
        var utf8 = Encoding.UTF8.GetBytes(json.Text() ?? "");
        if (utf8.Length == 0)
        {
            return;
        }

        var inner = new JsonCursor(utf8, json.Strictness);
        try
        {
            inner.Read();
            ReadDimensions(ref inner, draft);
            inner.Read();
        }
        catch (JsonException error)
        {
            inner.FailSyntax(error, utf8);
        }

        json.Take(inner);
    }

    private static void TakeOwn(ref JsonCursor json, ScoringRequestDraft draft)
    {
        switch (Plain(json.Member))
        {
            case "httpmethod":
                draft.Keep(ref json, "own httpmethod", RecordWords.MethodText);
                break;
            case "useragent":
                draft.Keep(ref json, "own useragent", RecordWords.LongestText);
                break;
            case "computetype":
                draft.Keep(ref json, "own computetype", RecordWords.LongText);
                break;
            case "requesturl":
                draft.Keep(ref json, "own requesturl", ScoringRequestDraft.LongestUrl);
                break;
            case "requestid":
                draft.Keep(ref json, "own requestid", RecordWords.ShortText);
                break;
            case "statuscode":
                draft.ReadOwnStatus(ref json);
                break;
            case "duration":
                draft.ReadOwnDuration(ref json);
                break;
            default:
                draft.CountPayload(ref json);
                break;
        }
    }

    private static string Plain(string member) => string.Concat(member.Where(char.IsAsciiLetterOrDigit));
}
