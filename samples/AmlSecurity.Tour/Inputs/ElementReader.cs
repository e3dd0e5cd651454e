using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Reads a JSON array of elements of one kind; a faulty one does not lose the next.</summary>
internal sealed class ElementReader<T>(Strictness strictness, string noun, Func<IDraft<T>> begin)
{
    private readonly ImmutableArray<T>.Builder _values = ImmutableArray.CreateBuilder<T>();
    private readonly ImmutableArray<DocumentFault>.Builder _faults = ImmutableArray.CreateBuilder<DocumentFault>();
    private readonly ImmutableArray<DocumentFault>.Builder _notices = ImmutableArray.CreateBuilder<DocumentFault>();
    private string _path = "$";
    private long _skipped;

    public DocumentReading<T> Read(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _skipped = utf8.StartsWith(mark) ? mark.Length : 0;
        var json = new Utf8JsonReader(utf8[(int)_skipped..]);
        try
        {
            json.Read();
            ReadDocument(ref json);

            // Something behind the document makes the platform throw.
            json.Read();
        }
        catch (JsonException)
        {
            Fail(DocumentFaultKind.NotJson, json.BytesConsumed, "the document is not JSON from here on");
        }

        return new DocumentReading<T>(_values.ToImmutable(), _faults.ToImmutable(), _notices.ToImmutable());
    }

    private void ReadDocument(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            ReadElement(ref json);
            return;
        }

        for (var at = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; at++)
        {
            _path = $"$[{at}]";
            ReadElement(ref json);
        }

        _path = "$";
    }

    private void ReadElement(ref Utf8JsonReader json)
    {
        var (path, start, before) = (_path, json.TokenStartIndex, _faults.Count);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fail(DocumentFaultKind.OfTheWrongType, start, "it is not an object");
            json.Skip();
            return;
        }

        var draft = begin();
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var member = TextOf(ref json) ?? "?";
            _path = $"{path}.{member}";
            json.Read();
            ReadMember(ref json, draft, member);
        }

        _path = path;
        if (_faults.Count == before && draft.Missing is { } missing)
        {
            Fail(DocumentFaultKind.Missing, start, $"the {noun} has no `{missing}`");
        }

        if (_faults.Count == before)
        {
            draft.Finish().Switch(_values.Add, reason => Fail(DocumentFaultKind.Malformed, start, reason));
        }
    }

    private void ReadMember(ref Utf8JsonReader json, IDraft<T> draft, string member)
    {
        var (start, before) = (json.TokenStartIndex, _faults.Count);
        if (draft is QuestionDraft question && member == "attributes" && json.TokenType == JsonTokenType.StartObject)
        {
            ReadAttributes(ref json, question);
        }
        else if (!draft.Knows(member))
        {
            Report(start, $"no {noun} has this member");
            json.Skip();
        }
        else if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            Fail(DocumentFaultKind.OfTheWrongType, start, "it is not a string");
            json.Skip();
        }
        else if (TextOf(ref json) is var text && _faults.Count == before && draft.Take(member, text) is { } reason)
        {
            Fail(DocumentFaultKind.Malformed, start, reason);
        }
    }

    private void ReadAttributes(ref Utf8JsonReader json, QuestionDraft draft)
    {
        var start = json.TokenStartIndex + _skipped;
        using var document = JsonDocument.ParseValue(ref json);
        var read = ConditionAttributes.Read(JsonMarshal.GetRawUtf8Value(document.RootElement), strictness);
        DocumentFault Placed(DocumentFault fault) =>
            fault with { Path = _path + fault.Path[1..], Offset = start + fault.Offset };
        _faults.AddRange(read.Faults.Select(Placed));
        _notices.AddRange(read.Notices.Select(Placed));
        if (read.Values is [var attributes])
        {
            draft.Take(attributes);
        }
    }

    // Invalid UTF-8 and half of a surrogate pair are no JSON error to the platform, but it has no text for them.
    private string? TextOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            Fail(DocumentFaultKind.NotUnicode, json.TokenStartIndex, "the text is not Unicode");
            return null;
        }
    }

    private void Fail(DocumentFaultKind kind, long offset, string detail) =>
        _faults.Add(new DocumentFault(kind, _path, offset + _skipped, detail));

    private void Report(long offset, string detail) =>
        (strictness == Strictness.Strict ? _faults : _notices)
            .Add(new DocumentFault(DocumentFaultKind.Irregular, _path, offset + _skipped, detail));
}
