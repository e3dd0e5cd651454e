using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Reads exports that are one document, or one a line.</summary>
internal static class JsonLines
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads every element: of an object, an array, the member <c>value</c> or <c>records</c> of an object, or
    /// of one of these a line.</summary>
    public static DocumentReading<T> Read<T>(
        ReadOnlySpan<byte> utf8, Strictness strictness, DocumentReader.ElementReader<T> element)
        where T : class
    {
        if (!AreLines(utf8))
        {
            return ReadDocument(utf8, strictness, element);
        }

        var values = ImmutableArray.CreateBuilder<T>();
        var faults = ImmutableArray.CreateBuilder<DocumentFault>();
        var notices = ImmutableArray.CreateBuilder<DocumentFault>();
        var (offset, number) = (0, 0);
        foreach (var range in utf8.Split((byte)'\n'))
        {
            var line = utf8[range];
            if (!line.Trim(" \t\r"u8).IsEmpty)
            {
                var reading = ReadDocument(line, strictness, element);
                values.AddRange(reading.Values);
                faults.AddRange(reading.Faults.Select(fault => At(fault, offset, number)));
                notices.AddRange(reading.Notices.Select(notice => At(notice, offset, number)));
                number++;
            }

            offset += line.Length + 1;
        }

        return new DocumentReading<T>(values.ToImmutable(), faults.ToImmutable(), notices.ToImmutable());
    }

    private static DocumentReading<T> ReadDocument<T>(
        ReadOnlySpan<byte> utf8, Strictness strictness, DocumentReader.ElementReader<T> element)
        where T : class =>
        DocumentReader.Read(utf8, strictness, element, HasRecords(utf8) ? "records" : "value");

    private static bool HasRecords(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonCursor(utf8, Strictness.Lenient);
        try
        {
            return json.Read() && json.Token == JsonTokenType.StartObject
                && json.Has("records", JsonTokenType.StartArray);
        }
        catch (JsonException)
        {
            // Reading will meet the same place and say so.
            return false;
        }
    }

    // In no document does an object begin a line that follows one on which another begins, unless the lines are apart.
    private static bool AreLines(ReadOnlySpan<byte> utf8)
    {
        var begun = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            var line = utf8[range].TrimStart(ByteOrderMark).Trim(" \t\r"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            if (line is not [(byte)'{' or (byte)'[', .., (byte)'}' or (byte)']'] || ++begun == 2)
            {
                return begun == 2;
            }
        }

        return false;
    }

    private static DocumentFault At(DocumentFault fault, int offset, int number) =>
        fault with { Path = $"$[{number}]{fault.Path[1..]}", Offset = fault.Offset + offset };
}
