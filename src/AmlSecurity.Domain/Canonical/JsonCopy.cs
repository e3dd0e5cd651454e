using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Copies a JSON value without blanks: numbers as they are written, members in their order.</summary>
internal static class JsonCopy
{
    /// <summary>Copies the value here, and steps to its last token.</summary>
    /// <returns>The copy, or null if some text in it is not Unicode.</returns>
    public static string? Take(ref Utf8JsonReader json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var isUnicode = true;
        using (var writer = new Utf8JsonWriter(buffer, Options()))
        {
            var depth = json.CurrentDepth;
            do
            {
                isUnicode &= TryCopyToken(ref json, writer);
            }
            while ((json.CurrentDepth > depth || Opens(json.TokenType)) && json.Read());
        }

        return isUnicode ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    /// <summary>Writes a value as text.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options()))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool Opens(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;

    // What is copied is read again as JSON, and never stands in a page.
    private static JsonWriterOptions Options() => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static bool TryCopyToken(ref Utf8JsonReader json, Utf8JsonWriter writer)
    {
        try
        {
            CopyToken(ref json, writer);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The platform's way to say: invalid UTF-8, or half of a surrogate pair (RFC 8259, section 8.2).
            return false;
        }
    }

    private static void CopyToken(ref Utf8JsonReader json, Utf8JsonWriter writer)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(json.GetString()!);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(json.GetString());
                break;
            case JsonTokenType.Number:
                writer.WriteRawValue(json.ValueSpan, skipInputValidation: true);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBooleanValue(json.TokenType == JsonTokenType.True);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
