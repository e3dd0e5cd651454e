using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Walks one JSON text and writes it in its canonical form.</summary>
/// <remarks>Calls itself never: what nests is kept in lists.</remarks>
internal ref struct CanonicalEncoder
{
    // Longer ones may not be what the nearest double is written as.
    private const int LongestExactInteger = 15;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;
    private PooledList<byte> _output;
    private ObjectMembers _members = new();

    public CanonicalEncoder(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;

        // One more, so that this library and not the reader says that it is too deep.
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = CanonicalJson.MaximumDepth + 1 });
        _output = new PooledList<byte>(utf8.Length + CanonicalNumber.MaximumLength);
    }

    /// <summary>Gets what was written.</summary>
    public readonly ReadOnlySpan<byte> Written => _output.Items;

    /// <summary>Encodes the text, once.</summary>
    /// <returns>Why there is no canonical form, or null.</returns>
    public CanonicalJsonFault? Encode()
    {
        if (!Utf8.IsValid(_utf8))
        {
            return new CanonicalJsonFault(CanonicalJsonFaultKind.NotUnicode, FirstInvalidByte());
        }

        try
        {
            do
            {
                _json.Read();
                if (EncodeToken() is { } fault)
                {
                    return fault;
                }
            }
            while (_json.CurrentDepth > 0 || _json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray);
        }
        catch (JsonException error)
        {
            return new CanonicalJsonFault(CanonicalJsonFaultKind.NotJson, JsonSyntax.OffsetOf(error, _utf8));
        }

        var rest = _utf8[(int)_json.BytesConsumed..].IndexOfAnyExcept(" \t\r\n"u8);
        return rest < 0
            ? null
            : new CanonicalJsonFault(CanonicalJsonFaultKind.WithTrailingData, (int)_json.BytesConsumed + rest);
    }

    public readonly void Dispose()
    {
        _output.Dispose();
        _members.Dispose();
    }

    private CanonicalJsonFault? EncodeToken()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                _members.Open();
                return Open((byte)'{');
            case JsonTokenType.StartArray:
                return Open((byte)'[');
            case JsonTokenType.EndObject:
                return CloseObject();
            case JsonTokenType.EndArray:
                _output.Add((byte)']');
                return null;
            case JsonTokenType.PropertyName:
                return EncodeName();
            case JsonTokenType.String:
                Separate();
                return EncodeString();
            case JsonTokenType.Number:
                Separate();
                return EncodeNumber();
            default:
                Separate();
                _output.Add(_json.ValueSpan);
                return null;
        }
    }

    private CanonicalJsonFault? Open(byte bracket)
    {
        Separate();
        _output.Add(bracket);
        return _json.CurrentDepth < CanonicalJson.MaximumDepth ? null : Fault(CanonicalJsonFaultKind.TooDeep);
    }

    private CanonicalJsonFault? CloseObject()
    {
        var duplicate = _members.Close(_output.Items);
        _output.Add((byte)'}');
        return duplicate is { } source
            ? new CanonicalJsonFault(CanonicalJsonFaultKind.WithADuplicateName, source)
            : null;
    }

    // A value never ends with one of these.
    private void Separate()
    {
        if (_output.Items is not ([] or [.., (byte)'{' or (byte)'[' or (byte)':']))
        {
            _output.Add((byte)',');
        }
    }

    private CanonicalJsonFault? EncodeName()
    {
        Separate();
        var start = _output.Count;
        if (EncodeString() is { } fault)
        {
            return fault;
        }

        _output.Add((byte)':');
        var length = _json.CopyString(_members.Reserve(_json.ValueSpan.Length));
        return _members.Begin(length, start, (int)_json.TokenStartIndex)
            ? null
            : Fault(CanonicalJsonFaultKind.WithADuplicateName);
    }

    private CanonicalJsonFault? EncodeString()
    {
        var raw = _json.ValueSpan;
        if (!_json.ValueIsEscaped)
        {
            // The reader lets no control character through: without escapes it is canonical as it stands.
            _output.Add(_utf8.Slice((int)_json.TokenStartIndex, raw.Length + 2));
            return null;
        }

        if (SurrogateEscapes.FindUnpaired(raw) is >= 0 and var half)
        {
            return new CanonicalJsonFault(
                CanonicalJsonFaultKind.NotUnicode, (int)_json.TokenStartIndex + 1 + half);
        }

        // No character has an escape shorter than the canonical one, so that what was read is room enough.
        var text = _members.Reserve(raw.Length);
        text = text[.._json.CopyString(text)];
        var status = CanonicalString.Write(text, _output.Reserve(raw.Length + 2), out var written);
        if (status != OperationStatus.Done)
        {
            throw new UnreachableException();
        }

        _output.Commit(written);
        return null;
    }

    private CanonicalJsonFault? EncodeNumber()
    {
        var raw = _json.ValueSpan;
        if (IsExactInteger(raw))
        {
            _output.Add(raw);
            return null;
        }

        var value = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return Fault(CanonicalJsonFaultKind.WithANumberOutOfRange);
        }

        _output.Commit(CanonicalNumber.Write(value, _output.Reserve(CanonicalNumber.MaximumLength)));
        return null;
    }

    private static bool IsExactInteger(ReadOnlySpan<byte> raw)
    {
        var digits = raw[0] == (byte)'-' ? raw[1..] : raw;
        return digits.Length <= LongestExactInteger
            && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !raw.SequenceEqual("-0"u8);
    }

    private readonly CanonicalJsonFault Fault(CanonicalJsonFaultKind kind) => new(kind, (int)_json.TokenStartIndex);

    private readonly int FirstInvalidByte()
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(_utf8[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
