using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Takes what an event says of its caller from the places of both shapes.</summary>
internal static class ActivityLogIdentity
{
    public static ActivityLogAuthorization? AuthorizationIn(ActivityLogFields fields)
    {
        ReadOnlySpan<string> outer = ["authorization"];
        ReadOnlySpan<string> inner = ["identity", "authorization"];
        var path = IsObject(fields.Find(outer)) ? outer : inner;
        return IsObject(fields.Find(path))
            ? new ActivityLogAuthorization
            {
                Action = fields.Text([.. path, "action"]),
                Scope = fields.Text([.. path, "scope"]),
                Role = fields.Text([.. path, "role"]) ?? fields.Text([.. path, "evidence", "role"]),
                PrincipalId = fields.Text([.. path, "evidence", "principalId"]),
                PrincipalType = fields.Text([.. path, "evidence", "principalType"]),
                RoleAssignmentId = fields.Text([.. path, "evidence", "roleAssignmentId"]),
                RoleAssignmentScope = fields.Text([.. path, "evidence", "roleAssignmentScope"]),
            }
            : null;
    }

    public static ImmutableArray<KeyValuePair<string, string>> ClaimsIn(
        ActivityLogFields fields, out bool areUnreadable)
    {
        var stated = fields.Find("claims");
        stated = stated.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? fields.Find("identity", "claims")
            : stated;
        var claims = ActivityLogJson.Unwrap(stated);
        areUnreadable = ActivityLogJson.TextOf(claims) is { } text && !string.IsNullOrWhiteSpace(text);
        return [.. ActivityLogJson.MembersOf(claims).SelectMany(claim => ValuesOf(claim.Name, claim.Value))];
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(string name, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(one => ValuesOf(name, one)),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Object => [new(name, value.GetRawText())],
            _ => ActivityLogJson.TextOf(value) is { } text ? [new(name, text)] : [],
        };

    private static bool IsObject(JsonElement element) =>
        ActivityLogJson.Unwrap(element).ValueKind == JsonValueKind.Object;
}
