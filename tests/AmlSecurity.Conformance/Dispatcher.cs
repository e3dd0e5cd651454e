using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace AmlSecurity.Conformance;

/// <summary>Finds the operation that a line asks for, and writes its answer.</summary>
internal static class Dispatcher
{
    // Deeper than the library's own readers go, so that what they say of a deep document is heard.
    private static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 128 };

    private static readonly JsonSerializerOptions AnswerOptions = new() { MaxDepth = 128 };

    private static readonly JsonWriterOptions WriteOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A room adds its operations here, in a file of its own.
    private static readonly FrozenDictionary<string, OperationHandler> Operations =
        FrozenDictionary.Create<string, OperationHandler>(
            StringComparer.Ordinal,
            [
                new("ops", _ => ListOperations()),
                .. CanonicalOperations.All,
                .. ResourceOperations.All,
                .. AuthorizationOperations.All,
                .. RoleOperations.All,
                .. CompatibilityOperations.All,
                .. EncryptionOperations.All,
                .. AuthenticationOperations.All,
                .. MerkleOperations.All,
                .. NoteOperations.All,
                .. AuditOperations.All,
                .. IdentityOperations.All,
                .. WorkspaceOperations.All,
            ]);

    /// <summary>Answers one line.</summary>
    public static void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
    {
        var id = "null"u8.ToArray();
        try
        {
            using var document = Parse(line);
            id = IdOf(document.RootElement) ?? id;
            var request = Arguments.Of(document.RootElement, "");
            if (!request.Has("id"))
            {
                throw OperationException.Malformed("the request has no `id`");
            }

            var ok = Find(request.Text("op"))(request);
            Write(output, id, "ok", ok);
        }
        catch (OperationException error)
        {
            Write(output, id, "error", Error(error.Code, error.Message));
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug must show in the answer, and must not keep the lines behind it from theirs.
            Write(output, id, "error", Error(ErrorCode.Internal, $"{bug.GetType().Name}: {bug.Message}"));
        }
    }

    /// <summary>Answers a line that is not even read.</summary>
    public static void Refuse(string message, IBufferWriter<byte> output) =>
        Write(output, "null"u8, "error", Error(ErrorCode.Malformed, message));

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            throw OperationException.Malformed("the line is not UTF-8");
        }

        try
        {
            return JsonDocument.Parse(line, ReadOptions);
        }
        catch (JsonException error)
        {
            throw OperationException.Malformed(
                $"the line is not JSON, or nested too deeply (at byte {error.BytePositionInLine ?? 0})");
        }
    }

    // Found before anything else is judged, so that whatever is wrong with the rest, the asker knows which line it was.
    private static byte[]? IdOf(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            if (!request.TryGetProperty("id"u8, out var id))
            {
                return null;
            }

            var raw = JsonMarshal.GetRawUtf8Value(id).ToArray();

            // Outside of a string a carriage return is only white space, and some readers would break the answer there.
            raw.AsSpan().Replace((byte)'\r', (byte)' ');
            return raw;
        }
        catch (InvalidOperationException)
        {
            // The platform's way to say: a member before it has a name that is not Unicode.
            return null;
        }
    }

    private static OperationHandler Find(string name) => Operations.TryGetValue(name, out var handler)
        ? handler
        : throw new OperationException(
            ErrorCode.UnknownOperation, $"{OperationException.Quote(name)} is not an operation");

    private static JsonObject ListOperations() =>
        new JsonObject().WithTexts("ops", Operations.Keys.Order(StringComparer.Ordinal));

    private static JsonObject Error(string code, string message) => new() { ["code"] = code, ["message"] = message };

    private static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> id, string member, JsonObject value)
    {
        using var json = new Utf8JsonWriter(output, WriteOptions);
        json.WriteStartObject();
        json.WritePropertyName("id");
        json.WriteRawValue(id, skipInputValidation: true);
        json.WritePropertyName(member);
        value.WriteTo(json, AnswerOptions);
        json.WriteEndObject();
    }
}
