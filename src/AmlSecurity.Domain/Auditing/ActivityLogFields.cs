using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Looks members of an event up by name, ignoring case, and through JSON that is embedded as text.</summary>
internal sealed class ActivityLogFields
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.OrdinalIgnoreCase);

    public ActivityLogFields(ImmutableArray<ActivityLogMember> members)
    {
        foreach (var member in members)
        {
            _members[member.Name] = JsonElement.Parse(member.Json);
        }
    }

    /// <summary>Gets the text at a path; null if there is none, or an empty one.</summary>
    public string? Text(params ReadOnlySpan<string> path) => ActivityLogJson.TextOf(Find(path));

    /// <summary>Gets the word at a member, which is a text or an object with a value.</summary>
    public ActivityLogName? Name(string member) => Find([member]) switch
    {
        { ValueKind: JsonValueKind.Object } element when ActivityLogJson.TextOf(Inner(element, "value")) is { } value =>
            new ActivityLogName(value, ActivityLogJson.TextOf(Inner(element, "localizedValue"))),
        var element => ActivityLogJson.TextOf(element) is { } text ? new ActivityLogName(text) : null,
    };

    /// <summary>Gets the value at a path; undefined if there is none.</summary>
    public JsonElement Find(params ReadOnlySpan<string> path)
    {
        var element = _members.GetValueOrDefault(path[0]);
        foreach (var name in path[1..])
        {
            element = Inner(element, name);
        }

        return element;
    }

    private static JsonElement Inner(JsonElement element, string name)
    {
        foreach (var (member, value) in ActivityLogJson.MembersOf(ActivityLogJson.Unwrap(element)))
        {
            if (string.Equals(member, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return default;
    }
}
