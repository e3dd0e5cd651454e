using System.Text.Json;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Looks at parsed JSON without throwing.</summary>
internal static class ActivityLogJson
{
    /// <summary>Gets a text, or a number as it is written; null for anything else, and for an empty text.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String when element.GetString() is { Length: > 0 } text => text,
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Embedded JSON may escape half of a surrogate pair, which is no text.
            return null;
        }
    }

    /// <summary>Parses JSON that stands in a text; anything else comes back as it is.</summary>
    public static JsonElement Unwrap(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String || TextOf(element) is not { } text
            || !text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return element;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return element;
        }
    }

    /// <summary>Lists the members of an object; none of anything else.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> MembersOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (NameOf(member) is { } name)
            {
                yield return (name, member.Value);
            }
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
