using System.Buffers;
using System.Text;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Walks the bytes of a record and knows where they first leave the format.</summary>
/// <remarks>After a fault every step does nothing, so that the first one stays.</remarks>
internal ref struct RecordCursor(ReadOnlySpan<byte> bytes)
{
    private static readonly SearchValues<byte> EndsRun = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(control => (byte)control)]);

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private bool _needsComma;

    /// <summary>Gets the place of the next byte.</summary>
    public int At { get; private set; }

    /// <summary>Gets the place of the first byte that does not fit; -1 if all did.</summary>
    public int Fault { get; private set; } = -1;

    public readonly bool IsSound => Fault < 0;

    public readonly bool IsAtEnd => At == _bytes.Length;

    public void Open()
    {
        Expect("{"u8);
        _needsComma = false;
    }

    public void Close()
    {
        // An object has a member.
        if (!_needsComma)
        {
            Fail(At);
        }

        Expect("}"u8);
        _needsComma = true;
    }

    /// <summary>Steps over a member's name, with its colon, if it is the next one.</summary>
    public bool TryName(ReadOnlySpan<byte> name)
    {
        var start = _needsComma ? At + 1 : At;
        if (!IsSound
            || start > _bytes.Length
            || (_needsComma && (At == _bytes.Length || _bytes[At] != ','))
            || !_bytes[start..].StartsWith(name))
        {
            return false;
        }

        At = start + name.Length;
        _needsComma = true;
        return true;
    }

    /// <summary>Steps over a member's name, which must be the next one.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        if (!TryName(name))
        {
            Expect(_needsComma ? ","u8 : []);
            Expect(name);
        }
    }

    /// <summary>Steps over bytes that must be the next ones.</summary>
    public void Expect(ReadOnlySpan<byte> expected)
    {
        if (!IsSound)
        {
            return;
        }

        var common = _bytes[At..].CommonPrefixLength(expected);
        if (common < expected.Length)
        {
            Fail(At + common);
            return;
        }

        At += expected.Length;
    }

    /// <summary>Determines whether bytes are the next ones, without a step.</summary>
    public readonly bool IsNext(ReadOnlySpan<byte> expected) => IsSound && _bytes[At..].StartsWith(expected);

    /// <summary>Steps over a string of 1 to so many UTF-16 units, in its canonical spelling.</summary>
    public void Text(int longest)
    {
        Expect("\""u8);
        var start = At;
        var escapes = 0;
        while (IsSound)
        {
            var run = _bytes[At..].IndexOfAny(EndsRun);
            At = run < 0 ? _bytes.Length : At + run;
            if (run < 0 || _bytes[At] < 0x20)
            {
                Fail(At);
                return;
            }

            if (_bytes[At] == '"')
            {
                if (At == start || (At - start > longest && UnitsOf(_bytes[start..At], escapes) > longest))
                {
                    Fail(start);
                }

                At++;
                return;
            }

            escapes += Escape();
        }
    }

    /// <summary>Steps over an integer without sign, and without a zero before another digit.</summary>
    public long Integer(long largest)
    {
        var start = At;
        var value = 0L;
        while (IsSound && At < _bytes.Length && char.IsAsciiDigit((char)_bytes[At]))
        {
            value = (value * 10) + _bytes[At] - '0';
            if (value > largest || (At > start && _bytes[start] == '0'))
            {
                Fail(start);
                return 0;
            }

            At++;
        }

        if (At == start)
        {
            Fail(At);
        }

        return value;
    }

    /// <summary>Steps over a time.</summary>
    public Instant Time()
    {
        Expect("\""u8);
        if (!IsSound)
        {
            return default;
        }

        var bad = AuditTime.Read(_bytes[At..], out var time);
        if (bad >= 0)
        {
            Fail(At + bad);
        }

        At += AuditTime.Length;
        Expect("\""u8);
        return time;
    }

    /// <summary>Steps over a hash.</summary>
    public void Hash()
    {
        Expect("\""u8);
        var digits = Math.Min(2 * Hash256.Length, _bytes.Length - At);
        var bad = IsSound ? _bytes.Slice(At, digits).IndexOfAnyExcept(HexDigits) : -1;
        if (IsSound && bad >= 0)
        {
            Fail(At + bad);
        }

        At += IsSound ? digits : 0;
        if (digits < 2 * Hash256.Length)
        {
            Fail(At);
        }

        Expect("\""u8);
    }

    /// <summary>Steps over base64url of 1 byte or more, without padding and with no bit left over.</summary>
    public void Base64Url(int longest)
    {
        Expect("\""u8);
        if (!IsSound)
        {
            return;
        }

        var length = _bytes[At..].IndexOf((byte)'"');
        if (length <= 0 || length > longest || !CanonicalBase64Url.IsText(_bytes.Slice(At, length)))
        {
            Fail(At);
            return;
        }

        At += length;
        Expect("\""u8);
    }

    /// <summary>Notes a place that does not fit, if none did before.</summary>
    public void Fail(int at)
    {
        if (IsSound)
        {
            Fault = at;
        }
    }

    // Seven escapes have a letter; the other controls have lower-case digits; nothing else is escaped (RFC 8785,
    // section 3.2.2.2). Gives how many bytes stand for one unit, less one.
    private int Escape()
    {
        var rest = _bytes[At..];
        if (rest.Length < 2)
        {
            Fail(_bytes.Length);
            return 0;
        }

        if ("\"\\btnfr"u8.Contains(rest[1]))
        {
            At += 2;
            return 1;
        }

        if (rest.Length >= 6
            && rest[1..].StartsWith("u00"u8)
            && rest[4] is (byte)'0' or (byte)'1'
            && HexDigits.Contains(rest[5])
            && !(rest[4] == '0' && "89acd"u8.Contains(rest[5])))
        {
            At += 6;
            return 5;
        }

        Fail(At);
        return 0;
    }

    private static int UnitsOf(ReadOnlySpan<byte> text, int escapes) => Encoding.UTF8.GetCharCount(text) - escapes;
}
