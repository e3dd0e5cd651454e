using System.Collections.Immutable;
using System.Text.Json;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Walks a JSON document forwards, knows at every step where it is, and gathers faults instead of
/// throwing.</summary>
/// <remarks>
/// Stands on the first token of a value. Whoever reads a value leaves the cursor on its last token. Member names are
/// given lower-cased, because Azure's tools write them in several cases. Only broken JSON throws, and only inside this
/// library: <see cref="DocumentReader"/> turns it into <see cref="DocumentFaultKind.NotJson"/>.
/// </remarks>
internal ref struct JsonCursor
{
    private readonly Strictness _strictness;
    private readonly List<JsonFrame> _frames = [];
    private readonly ImmutableArray<DocumentFault>.Builder _faults = ImmutableArray.CreateBuilder<DocumentFault>();
    private readonly ImmutableArray<DocumentFault>.Builder _notices = ImmutableArray.CreateBuilder<DocumentFault>();
    private readonly int _skippedBytes;
    private Utf8JsonReader _json;

    public JsonCursor(ReadOnlySpan<byte> utf8, Strictness strictness)
    {
        // RFC 8259, section 8.1: a parser may ignore a byte order mark; exports made on Windows begin with one.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _skippedBytes = utf8.StartsWith(mark) ? mark.Length : 0;
        _json = new Utf8JsonReader(utf8[_skippedBytes..]);
        _strictness = strictness;
    }

    /// <summary>Gets how irregular input is taken.</summary>
    public readonly Strictness Strictness => _strictness;

    /// <summary>Gets the kind of the token here.</summary>
    public readonly JsonTokenType Token => _json.TokenType;

    /// <summary>Gets the lower-cased name of the member here, or an empty text outside an object.</summary>
    public readonly string Member => _frames.Count > 0 ? _frames[^1].Name : "";

    /// <summary>Gets the name of the member here as it is written.</summary>
    public readonly string MemberAsWritten => _frames.Count > 0 ? _frames[^1].NameAsWritten : "";

    /// <summary>Gets a value indicating whether this place is an element of an array.</summary>
    public readonly bool IsElementOfList => _frames.Count > 0 && _frames[^1].IsArray;

    /// <summary>Gets the JSON path of this place.</summary>
    public readonly string Path => JsonFrame.PathOf(_frames);

    /// <summary>Gets the offset of this place in bytes.</summary>
    public readonly long Offset => _skippedBytes + _json.TokenStartIndex;

    /// <summary>Gets how many faults there are until now; an element is sound if reading it added none.</summary>
    public readonly int FaultCount => _faults.Count;

    /// <summary>Gets the faults until now.</summary>
    public readonly ImmutableArray<DocumentFault> Faults => _faults.ToImmutable();

    /// <summary>Gets the notices until now.</summary>
    public readonly ImmutableArray<DocumentFault> Notices => _notices.ToImmutable();

    /// <summary>Steps to the next token.</summary>
    /// <returns><see langword="false"/> at the end of the document.</returns>
    public bool Read() => _json.Read();

    /// <summary>Steps to the last token of the value here.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Determines, without moving, whether the object here has a member of one of some types.</summary>
    public readonly bool Has(string member, params ReadOnlySpan<JsonTokenType> types)
    {
        var ahead = _json;
        try
        {
            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                var found = IsNamed(ahead, member);
                ahead.Read();
                if (found && types.Contains(ahead.TokenType))
                {
                    return true;
                }

                ahead.Skip();
            }
        }
        catch (JsonException)
        {
            // Looking ahead loses nothing: reading will meet the same place and keep what stands before it.
        }

        return false;
    }

    /// <summary>Steps into the object here; a fault, and over the value, if there is none.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Steps into the array here; over a null; a fault, and over the value, if there is none.</summary>
    public bool EnterArray() => Token != JsonTokenType.Null && Enter(JsonTokenType.StartArray, "an array");

    /// <summary>Steps to the value of the next member, or out of the object.</summary>
    public bool NextMember()
    {
        _json.Read();
        if (Token == JsonTokenType.EndObject)
        {
            _frames.RemoveAt(_frames.Count - 1);
            return false;
        }

        // A name that is not Unicode is a fault of the object, not of the member before it.
        _frames[^1].End();
        if (Decoded() is { } name && !_frames[^1].Begin(name))
        {
            Fail(DocumentFaultKind.Duplicate, $"the object already has a member {Plaintext.Quote(name)}");
        }

        _json.Read();
        return true;
    }

    /// <summary>Steps to the next element, or out of the array.</summary>
    public bool NextElement()
    {
        _json.Read();
        if (Token == JsonTokenType.EndArray)
        {
            _frames.RemoveAt(_frames.Count - 1);
            return false;
        }

        _frames[^1].Index++;
        return true;
    }

    /// <summary>Reads the string here; null for a JSON null, and null with a fault for anything else.</summary>
    public string? Text()
    {
        if (Token == JsonTokenType.String)
        {
            return Decoded();
        }

        if (Token != JsonTokenType.Null)
        {
            Fail(DocumentFaultKind.OfTheWrongType, "it is not a string");
            Skip();
        }

        return null;
    }

    /// <summary>Reads the Boolean here, leniently also as text; null for a JSON null, and null with a fault
    /// otherwise.</summary>
    public bool? Flag()
    {
        switch (Token)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return _json.GetBoolean();
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String when Decoded() is { } text && bool.TryParse(text, out var flag):
                Report(DocumentFaultKind.Irregular, $"`{text}` is a string, not a Boolean");
                return flag;
            default:
                Fail(DocumentFaultKind.OfTheWrongType, "it is neither true nor false");
                Skip();
                return null;
        }
    }

    /// <summary>Gets the number here as it is written.</summary>
    public readonly string NumberText() => System.Text.Encoding.ASCII.GetString(_json.ValueSpan);

    /// <summary>Copies the value here without blanks, and steps to its last token; null, with a fault, if some text in
    /// it is not Unicode. Members of one name stay as they are.</summary>
    public string? Raw() => JsonCopy.Take(ref _json) is { } copy ? copy : FailRaw();

    /// <summary>Records why the element here cannot be understood.</summary>
    public readonly void Fail(DocumentFaultKind kind, string detail) =>
        _faults.Add(new DocumentFault(kind, Path, Offset, detail));

    /// <summary>Records what is irregular here: a notice in lenient reading, a fault in strict.</summary>
    public readonly void Report(DocumentFaultKind kind, string detail) =>
        (_strictness == Strictness.Strict ? _faults : _notices).Add(new DocumentFault(kind, Path, Offset, detail));

    /// <summary>Takes over the faults and notices of JSON that stands in the text here.</summary>
    public readonly void Take(in JsonCursor inner)
    {
        foreach (var fault in inner.Faults)
        {
            _faults.Add(fault with { Path = Path + fault.Path[1..], Offset = Offset });
        }

        foreach (var notice in inner.Notices)
        {
            _notices.Add(notice with { Path = Path + notice.Path[1..], Offset = Offset });
        }
    }

    /// <summary>Records that the document is not JSON from here on.</summary>
    public readonly void FailSyntax(JsonException error, ReadOnlySpan<byte> utf8)
    {
        var offset = _skippedBytes + JsonSyntax.OffsetOf(error, utf8[_skippedBytes..]);
        _faults.Add(
            new DocumentFault(DocumentFaultKind.NotJson, Path, offset, "the document is not JSON from here on"));
    }

    private readonly string? FailRaw()
    {
        Fail(DocumentFaultKind.NotUnicode, "some text in it is not Unicode");
        return null;
    }

    private static bool IsNamed(in Utf8JsonReader property, string member)
    {
        try
        {
            return string.Equals(property.GetString(), member, StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidOperationException)
        {
            // Not Unicode, hence not this name; reading the member will say so.
            return false;
        }
    }

    private bool Enter(JsonTokenType start, string expected)
    {
        if (Token != start)
        {
            Fail(DocumentFaultKind.OfTheWrongType, $"it is not {expected}");
            Skip();
            return false;
        }

        _frames.Add(new JsonFrame(start == JsonTokenType.StartArray));
        return true;
    }

    private string? Decoded()
    {
        try
        {
            return _json.GetString();
        }
        catch (InvalidOperationException)
        {
            // The platform's way to say: invalid UTF-8, or half of a surrogate pair (RFC 8259, section 8.2).
            Fail(DocumentFaultKind.NotUnicode, "the text is not Unicode");
            return null;
        }
    }
}
