using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <content>The values of members.</content>
internal ref partial struct AuditRecordWriter
{
    private void Open()
    {
        Raw("{"u8);
        _needsComma = false;
    }

    private void Close()
    {
        Raw("}"u8);
        _needsComma = true;
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        if (_needsComma)
        {
            Raw(","u8);
        }

        Raw(name);
        _needsComma = true;
    }

    private void Optional(ReadOnlySpan<byte> name, string? value, int longest, string member)
    {
        if (value is not null)
        {
            Text(name, value, longest, member);
        }
    }

    private void Text(ReadOnlySpan<byte> name, string value, int longest, string member)
    {
        Name(name);
        Text(value, longest, member);
    }

    private void Text(string value, int longest, string member)
    {
        if (_fault is not null)
        {
            return;
        }

        if (string.IsNullOrEmpty(value) || value.Length > longest)
        {
            var isEmpty = string.IsNullOrEmpty(value);
            Fail(isEmpty ? AuditEncodingFaultKind.Empty : AuditEncodingFaultKind.TooLong, member);
            return;
        }

        var status = CanonicalString.Write(value, _buffer[_at..], out var written);
        _at += written;
        if (status != OperationStatus.Done)
        {
            var isTooLong = status == OperationStatus.DestinationTooSmall;
            Fail(isTooLong ? AuditEncodingFaultKind.TooLong : AuditEncodingFaultKind.NotUnicode, member);
        }
    }

    private void Texts(ReadOnlySpan<byte> name, ImmutableArray<string> values, int most, string member)
    {
        if (values.IsEmpty)
        {
            return;
        }

        if (values.Length > most)
        {
            Fail(AuditEncodingFaultKind.TooLong, member);
        }

        Name(name);
        Raw("["u8);
        for (var at = 0; at < values.Length && _fault is null; at++)
        {
            Raw(at == 0 ? [] : ","u8);
            Text(values[at], RecordWords.MethodText, member);
        }

        Raw("]"u8);
    }

    private void Bytes(ReadOnlySpan<byte> bytes, string member)
    {
        var length = Base64Url.GetEncodedLength(bytes.Length);
        if (bytes.IsEmpty || length > RecordWords.SealedText || length > _buffer.Length - _at)
        {
            Fail(bytes.IsEmpty ? AuditEncodingFaultKind.Empty : AuditEncodingFaultKind.TooLong, member);
            return;
        }

        Raw("\""u8);
        if (Base64Url.TryEncodeToUtf8(bytes, _buffer[_at..], out var written))
        {
            _at += written;
        }

        Raw("\""u8);
    }

    private void Hash(ReadOnlySpan<byte> name, Hash256? hash)
    {
        if (hash is not { } value)
        {
            return;
        }

        Name(name);
        Raw("\""u8);
        if (_fault is null && Convert.TryToHexStringLower(value.Bytes, _buffer[_at..], out var written))
        {
            _at += written;
        }

        Raw("\""u8);
    }

    private void Time(ReadOnlySpan<byte> name, Instant time, string member)
    {
        Name(name);
        if (!AuditTime.Contains(time))
        {
            Fail(AuditEncodingFaultKind.OutOfRange, member);
        }

        Raw("\""u8);
        if (_fault is null && _buffer.Length - _at >= AuditTime.Length)
        {
            AuditTime.Write(time, _buffer[_at..]);
            _at += AuditTime.Length;
        }

        Raw("\""u8);
    }

    private void Ticks(ReadOnlySpan<byte> name, Duration duration, string member)
    {
        if (duration < Duration.Zero || duration.TotalTicks > RecordWords.LargestInteger)
        {
            Fail(AuditEncodingFaultKind.OutOfRange, member);
            return;
        }

        Integer(name, (long)duration.TotalTicks, member);
    }

    private void Integer(ReadOnlySpan<byte> name, long value, string member)
    {
        Name(name);
        if (value is < 0 or > RecordWords.LargestInteger)
        {
            Fail(AuditEncodingFaultKind.OutOfRange, member);
        }

        if (_fault is null && Utf8Formatter.TryFormat(value, _buffer[_at..], out var written))
        {
            _at += written;
        }
    }

    // What finds no room shows at the latest at the last brace.
    private void Raw(ReadOnlySpan<byte> bytes)
    {
        if (_fault is null && !bytes.TryCopyTo(_buffer[_at..]))
        {
            Fail(AuditEncodingFaultKind.TooLong, "the record");
        }

        _at += _fault is null ? bytes.Length : 0;
    }

    private void Fail(AuditEncodingFaultKind kind, string member) =>
        _fault ??= new AuditEncodingFault(kind, member);
}
