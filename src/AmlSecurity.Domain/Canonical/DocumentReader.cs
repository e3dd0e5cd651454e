using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Reads the elements of a JSON document: a lone object, an array, or the <c>value</c> of an ARM
/// list.</summary>
internal static class DocumentReader
{
    /// <summary>Reads one element. The cursor stands on its first token and is left on its last.</summary>
    /// <returns>The element, or null after a fault.</returns>
    public delegate T? ElementReader<out T>(ref JsonCursor json)
        where T : class;

    /// <summary>Reads every element of a document. A list in an object is the member named, lower-cased.</summary>
    public static DocumentReading<T> Read<T>(
        ReadOnlySpan<byte> utf8, Strictness strictness, ElementReader<T> element, string list = "value")
        where T : class
    {
        var values = ImmutableArray.CreateBuilder<T>();
        var json = new JsonCursor(utf8, strictness);
        try
        {
            json.Read();
            ReadDocument(ref json, element, list, values);

            // A second top-level value is an error (RFC 8259, section 2); the platform throws for it here.
            json.Read();
        }
        catch (JsonException error)
        {
            json.FailSyntax(error, utf8);
        }

        return new DocumentReading<T>(values.ToImmutable(), json.Faults, json.Notices);
    }

    private static void ReadDocument<T>(
        ref JsonCursor json, ElementReader<T> element, string list, ImmutableArray<T>.Builder values)
        where T : class
    {
        switch (json.Token)
        {
            case JsonTokenType.StartArray:
                ReadArray(ref json, element, values);
                break;
            case JsonTokenType.StartObject when json.Has(list, JsonTokenType.StartArray):
                ReadArmList(ref json, element, list, values);
                break;
            default:
                ReadElement(ref json, element, values);
                break;
        }
    }

    private static void ReadArmList<T>(
        ref JsonCursor json, ElementReader<T> element, string list, ImmutableArray<T>.Builder values)
        where T : class
    {
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.Member == list)
            {
                ReadArray(ref json, element, values);
                continue;
            }

            if (json.Member == "nextlink" && json.Token != JsonTokenType.Null)
            {
                json.Report(DocumentFaultKind.Irregular, "the list goes on in another document");
            }

            json.Skip();
        }
    }

    private static void ReadArray<T>(
        ref JsonCursor json, ElementReader<T> element, ImmutableArray<T>.Builder values)
        where T : class
    {
        if (!json.EnterArray())
        {
            return;
        }

        while (json.NextElement())
        {
            ReadElement(ref json, element, values);
        }
    }

    private static void ReadElement<T>(
        ref JsonCursor json, ElementReader<T> element, ImmutableArray<T>.Builder values)
        where T : class
    {
        if (element(ref json) is { } value)
        {
            values.Add(value);
        }
    }
}
