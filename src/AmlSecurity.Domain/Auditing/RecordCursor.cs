using System.Buffers;
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
    private int _furthest;

    /// <summary>Gets the place of the next byte.</summary>
    public int At { get; private set; }

    /// <summary>Gets the place of the first byte that does not fit: all before it are those of some record; -1 if all
    /// did.</summary>
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
        if (!IsSound)
        {
            return false;
        }

        var start = At;
        if (_needsComma)
        {
            if (start == _bytes.Length || _bytes[start] != ',')
            {
                return false;
            }

            start++;
        }

        if (!IsNext(name, start))
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
    public bool IsNext(ReadOnlySpan<byte> expected) => IsSound && IsNext(expected, At);

    /// <summary>Steps over a string of 1 to so many UTF-16 units, in its canonical spelling.</summary>
    public void Text(int longest)
    {
        Expect("\""u8);
        var start = At;
        while (IsSound)
        {
            var run = _bytes[At..].IndexOfAny(EndsRun);
            At = run < 0 ? _bytes.Length : At + run;
            if (run < 0 || _bytes[At] < 0x20)
            {
                Fail(At);
            }
            else if (_bytes[At] == '"')
            {
                if (At == start)
                {
                    Fail(At);
                }

                break;
            }
            else
            {
                At += RecordEscape.Read(_bytes[At..], out var bad);
                if (bad >= 0)
                {
                    Fail(At + bad);
                }
            }
        }

        // A unit has a byte or more; only where bytes are too many are units counted.
        if (At - start > longest && RecordEscape.EndOf(_bytes[start..At], longest) is >= 0 and var end)
        {
            Fault = start + end;
        }

        Expect("\""u8);
    }

    /// <summary>Steps over an integer without sign, and without a zero before another digit.</summary>
    public long Integer(long least, long largest)
    {
        var value = 0L;
        var start = At;
        while (IsSound && At < _bytes.Length && char.IsAsciiDigit((char)_bytes[At]))
        {
            var longer = (value * 10) + _bytes[At] - '0';
            var isWithin = longer >= least && longer <= largest;
            if ((At > start && value == 0) || !(isWithin || CanBecome(longer, least, largest)))
            {
                Fail(At);
                return 0;
            }

            value = longer;
            At++;
        }

        if (At == start || value < least)
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

        var length = CanonicalBase64Url.LengthOf(_bytes[At..]);
        if (length == 0 || length > longest)
        {
            Fail(At + Math.Min(length, longest));
            return;
        }

        var isText = CanonicalBase64Url.IsText(_bytes.Slice(At, length));
        At += length;
        if (!isText)
        {
            Fail(At);
        }

        Expect("\""u8);
    }

    /// <summary>Notes a place that does not fit, if none did before.</summary>
    public void Fail(int at)
    {
        if (IsSound)
        {
            // Something that was tried here and did not fit may have fitted farther.
            Fault = Math.Max(at, _furthest);
        }
    }

    // Whether digits behind it can make a number within the bounds of it.
    private static bool CanBecome(long value, long least, long largest)
    {
        if (value == 0)
        {
            return least == 0;
        }

        for (var (low, high) = (value, value); low <= largest; (low, high) = (low * 10, (high * 10) + 9))
        {
            if (high >= least)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNext(ReadOnlySpan<byte> expected, int at)
    {
        if (_bytes[at..].StartsWith(expected))
        {
            return true;
        }

        _furthest = Math.Max(_furthest, at + _bytes[at..].CommonPrefixLength(expected));
        return false;
    }
}
