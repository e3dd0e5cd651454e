using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Moves the members of an event to their places in the other shape, and loses none.</summary>
internal sealed class ActivityLogConversion
{
    private readonly List<ActivityLogMember> _members;

    private ActivityLogConversion(ImmutableArray<ActivityLogMember> members) => _members = [.. members];

    public static ImmutableArray<ActivityLogMember> Convert(
        ImmutableArray<ActivityLogMember> members, ActivityLogShape shape)
    {
        var conversion = new ActivityLogConversion(members);
        conversion.SwapTimes();
        if (shape == ActivityLogShape.Rest)
        {
            conversion.ToRest();
        }
        else
        {
            conversion.ToDiagnosticSettings();
        }

        return [.. conversion._members];
    }

    private void ToRest()
    {
        Expand("operationName", "operationName");
        Expand("category", "category");
        Expand("resultType", "status");
        Expand("resultSignature", "subStatus");
        Rename("resultDescription", "description");
        MoveOut("identity", "authorization", "authorization");
        MoveOut("identity", "claims", "claims");
        MoveIn("callerIpAddress", "clientIpAddress", "httpRequest");
    }

    private void ToDiagnosticSettings()
    {
        Collapse("operationName", "operationName");
        Collapse("category", "category");
        Collapse("status", "resultType");
        Collapse("subStatus", "resultSignature");
        Rename("description", "resultDescription");
        MoveIn("authorization", "authorization", "identity");
        MoveIn("claims", "claims", "identity");
        MoveOut("httpRequest", "clientIpAddress", "callerIpAddress");
    }

    // Whichever stands first decides on the shape, so that an event with both is turned round.
    private void SwapTimes()
    {
        var (time, timestamp) = (IndexOf("time"), IndexOf("eventTimestamp"));
        if (time >= 0)
        {
            _members[time] = _members[time] with { Name = "eventTimestamp" };
        }

        if (timestamp >= 0)
        {
            _members[timestamp] = _members[timestamp] with { Name = "time" };
        }
    }

    private void Rename(string from, string to)
    {
        if (IndexOf(from) is var at and >= 0 && IndexOf(to) < 0)
        {
            _members[at] = _members[at] with { Name = to };
        }
    }

    // A text becomes a word without translation; beside a word that says the same it is left out.
    private void Expand(string from, string to)
    {
        var (at, there) = (IndexOf(from), IndexOf(to));
        if (at < 0 || ValueOf(at) is not { ValueKind: JsonValueKind.String } text)
        {
            return;
        }

        if (there < 0 || there == at)
        {
            var value = _members[at].Json;
            _members[at] = new ActivityLogMember(to, $$"""{"value":{{value}},"localizedValue":{{value}}}""");
        }
        else if (Word(there) is { IsTranslated: true } word && word.Value == text.GetString())
        {
            _members.RemoveAt(at);
        }
    }

    // A word without translation becomes a text; beside one with a translation the text is set.
    private void Collapse(string from, string to)
    {
        var (at, there) = (IndexOf(from), IndexOf(to));
        if (at < 0 || Word(at) is not { } word || (there >= 0 && there != at))
        {
            return;
        }

        var text = new ActivityLogMember(to, JsonCopy.Write(json => json.WriteStringValue(word.Value)));
        if (!word.IsTranslated)
        {
            _members[at] = text;
        }
        else if (there < 0)
        {
            _members.Insert(at, text);
        }
    }

    private (string Value, bool IsTranslated)? Word(int at)
    {
        var parts = ActivityLogJson.MembersOf(ValueOf(at)).ToList();
        return parts is [("value", { ValueKind: JsonValueKind.String } value), ("localizedValue", var localized)]
            ? (value.GetString()!, ActivityLogJson.TextOf(localized) != ActivityLogJson.TextOf(value))
            : null;
    }

    // Takes a part out of an object, to stand before it; an object of which nothing is left goes.
    private void MoveOut(string whole, string part, string to)
    {
        var at = IndexOf(whole);
        if (at < 0 || IndexOf(to) >= 0)
        {
            return;
        }

        var parts = ActivityLogJson.MembersOf(ValueOf(at)).ToList();
        var found = parts.FindIndex(one => one.Name == part);
        if (found < 0 || parts.FindLastIndex(one => one.Name == part) != found)
        {
            return;
        }

        var moved = new ActivityLogMember(to, parts[found].Value.GetRawText());
        parts.RemoveAt(found);
        _members[at] = new ActivityLogMember(_members[at].Name, ObjectOf(parts));
        if (parts.Count == 0)
        {
            _members.RemoveAt(at);
        }

        _members.Insert(at, moved);
    }

    // Puts a member into an object, at its end, or makes one of it.
    private void MoveIn(string name, string part, string whole)
    {
        var (from, at) = (IndexOf(name), IndexOf(whole));
        if (from < 0)
        {
            return;
        }

        var parts = at < 0 ? [] : ActivityLogJson.MembersOf(ValueOf(at)).ToList();
        if (at >= 0 && (ValueOf(at).ValueKind != JsonValueKind.Object || parts.Exists(one => one.Name == part)))
        {
            return;
        }

        parts.Add((part, ValueOf(from)));
        var member = new ActivityLogMember(at < 0 ? whole : _members[at].Name, ObjectOf(parts));
        _members[at < 0 ? from : at] = member;
        if (at >= 0)
        {
            _members.RemoveAt(from);
        }
    }

    private static string ObjectOf(List<(string Name, JsonElement Value)> parts) => JsonCopy.Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in parts)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }

        json.WriteEndObject();
    });

    private JsonElement ValueOf(int at) => JsonElement.Parse(_members[at].Json);

    private int IndexOf(string name) =>
        _members.FindIndex(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
}
