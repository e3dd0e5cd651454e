using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads exports of Azure's activity log.</summary>
/// <remarks>Stateless, hence safe for concurrent use.</remarks>
public static class ActivityLogReader
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "operationName", "category", "eventName", "status", "subStatus", "resultType", "resultSignature",
        "resourceType", "resourceProviderName");

    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "id", "eventDataId", "operationId", "correlationId", "level", "channels", "description", "resultDescription",
        "resourceId", "resourceGroupName", "subscriptionId", "tenantId", "location", "caller", "callerIpAddress",
        "submissionTimestamp");

    private static readonly FrozenSet<string> Parts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "authorization", "claims", "httpRequest", "identity", "properties");

    /// <summary>Reads the events of an export.</summary>
    /// <param name="utf8">One event, an array, an object with <c>value</c> or <c>records</c>, or one of these a
    /// line.</param>
    /// <param name="strictness">Whether a time without offset, claims inside a text and members of another type than
    /// theirs are kept.</param>
    /// <returns>The events in the order of the export, each in its own shape. With several lines, a path begins with
    /// the number of the line.</returns>
    public static DocumentReading<ActivityLogEvent> Read(ReadOnlySpan<byte> utf8, Strictness strictness) =>
        JsonLines.Read(utf8, strictness, ReadEvent);

    internal static bool IsKnown(string member) =>
        Names.Contains(member) || Texts.Contains(member) || Parts.Contains(member) || TimeIn(member) is not null;

    internal static string? EventDataIdIn(string? id) =>
        id?.Split('/') is [.., "events", { Length: > 0 } number, "ticks", _] ? number : null;

    private static ActivityLogEvent? ReadEvent(ref JsonCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        var before = json.FaultCount;
        var members = ImmutableArray.CreateBuilder<ActivityLogMember>();
        (ActivityLogShape Shape, Instant Time)? moment = null;
        var hasOperation = false;
        while (json.NextMember())
        {
            var name = json.MemberAsWritten;
            Check(ref json, name);
            moment ??= ReadTime(ref json, name);
            if (json.Raw() is { } raw)
            {
                members.Add(new ActivityLogMember(name, raw));
                hasOperation |= json.Member.Length > 0 && IsOperation(name, raw);
            }
        }

        Demand(ref json, before, moment is not null, "time");
        Demand(ref json, before, hasOperation, "operationName");
        return json.FaultCount == before
            ? new ActivityLogEvent(moment!.Value.Shape, members.ToImmutable(), moment.Value.Time)
            : null;
    }

    private static void Demand(ref JsonCursor json, int before, bool isThere, string member)
    {
        if (!isThere && json.FaultCount == before)
        {
            json.Fail(DocumentFaultKind.Missing, $"the event has no `{member}`");
        }
    }

    private static bool IsOperation(string name, string raw) =>
        string.Equals(name, "operationName", StringComparison.OrdinalIgnoreCase)
        && new ActivityLogFields([new ActivityLogMember(name, raw)]).Name(name) is not null;

    // Of two times the first decides on the shape.
    private static (ActivityLogShape Shape, Instant Time)? ReadTime(ref JsonCursor json, string name)
    {
        if (TimeIn(name) is not { } shape || json.Text() is not { } text)
        {
            return null;
        }

        if (ActivityLogTime.Read(text, out var isRegular) is not { } time)
        {
            json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is not a time");
            return null;
        }

        if (!isRegular)
        {
            json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is not a time of ISO 8601 with offset");
        }

        return (shape, time);
    }

    private static ActivityLogShape? TimeIn(string member) =>
        string.Equals(member, "time", StringComparison.OrdinalIgnoreCase) ? ActivityLogShape.DiagnosticSettings
        : string.Equals(member, "eventTimestamp", StringComparison.OrdinalIgnoreCase) ? ActivityLogShape.Rest
        : null;

    private static void Check(ref JsonCursor json, string name)
    {
        var fits = json.Token switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.String or JsonTokenType.Number => !Parts.Contains(name),
            JsonTokenType.StartObject => !Texts.Contains(name),
            _ => !IsKnown(name),
        };
        if (!fits && json.Token == JsonTokenType.String)
        {
            json.Report(DocumentFaultKind.Irregular, "the object stands inside a text");
        }
        else if (!fits)
        {
            json.Report(DocumentFaultKind.OfTheWrongType, "the member is not of the type that it has");
        }
    }
}
