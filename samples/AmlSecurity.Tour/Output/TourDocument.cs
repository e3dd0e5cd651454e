using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.Chapters;

namespace AmlSecurity.Tour.Output;

/// <summary>Writes the tour for a machine: one JSON document with a member for each chapter.</summary>
internal static class TourDocument
{
    // For a file or a pipe, never inside HTML.
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TourInputs inputs, ImmutableArray<IChapter> chapters, TextWriter output)
    {
        var document = new JsonObject
        {
            ["folder"] = inputs.Folder,
            ["ruleSet"] = inputs.Policy.Rules.ToString(),
            ["reading"] = Word(inputs.Policy.Reading),
            ["strictness"] = Word(inputs.Strictness),
        };
        foreach (var chapter in chapters)
        {
            document[chapter.Name] = chapter.ToJson(inputs);
        }

        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8, Readable))
        {
            document.WriteTo(json);
        }

        output.Write(Encoding.UTF8.GetString(utf8.WrittenSpan));
        output.Write('\n');
    }

    /// <summary>Writes a case of an enumeration as a word of the document.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Writes a list.</summary>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
