using System.Text.Json.Nodes;

namespace AmlSecurity.Conformance;

/// <summary>Adds members to an answer.</summary>
internal static class Answers
{
    /// <summary>Adds a text, or nothing if it is null.</summary>
    public static JsonObject WithOptional(this JsonObject answer, string name, string? text)
    {
        if (text is not null)
        {
            answer.Add(name, text);
        }

        return answer;
    }

    /// <summary>Adds a list of texts.</summary>
    public static JsonObject WithTexts(this JsonObject answer, string name, IEnumerable<string> texts)
    {
        answer.Add(name, new JsonArray([.. texts.Select(text => JsonValue.Create(text))]));
        return answer;
    }
}
