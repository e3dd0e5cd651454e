using System.Buffers.Text;
using System.Globalization;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Writes a JSON number as RFC 8785, section 3.2.2.3, has it, which is as ECMAScript does.</summary>
/// <remarks>Allocates nothing. Safe for concurrent use.</remarks>
internal static class CanonicalNumber
{
    /// <summary>The longest number in bytes, such as <c>-0.0000012345678901234567</c>.</summary>
    public const int MaximumLength = 25;

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number, which is finite.</param>
    /// <param name="destination">Where it goes; at least <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(double value, Span<byte> destination)
    {
        Span<byte> digits = stackalloc byte[32];
        var count = ShortestDigits(Math.Abs(value), digits, out var point);
        if (count == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        var sign = value < 0 ? 1 : 0;
        destination[0] = (byte)'-';
        return sign + Lay(digits[..count], point, destination[sign..]);
    }

    /// <summary>Splits a number: it is the digits behind <c>0.</c>, times ten to the power of the point.</summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int point)
    {
        // The platform's own digits are the shortest that read back, and among those the closest.
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text = text[..length];
        point = 0;
        if (text.IndexOf((byte)'E') is > 0 and var mark)
        {
            point = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var dot = text.IndexOf((byte)'.');
        point += dot < 0 ? text.Length : dot;
        text[..(dot < 0 ? text.Length : dot)].CopyTo(digits);
        var count = text.Length;
        if (dot >= 0)
        {
            text[(dot + 1)..].CopyTo(digits[dot..]);
            count--;
        }

        var zeros = digits[..count].IndexOfAnyExcept((byte)'0');
        if (zeros < 0)
        {
            return 0;
        }

        point -= zeros;
        digits[zeros..count].CopyTo(digits);
        return digits[..(count - zeros)].LastIndexOfAnyExcept((byte)'0') + 1;
    }

    private static int Lay(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        // ECMA-262, Number::toString: which layout it is depends on where the point falls.
        switch (point)
        {
            case > 21 or <= -6:
                return LayExponent(digits, point - 1, destination);
            case <= 0:
                "0."u8.CopyTo(destination);
                destination.Slice(2, -point).Fill((byte)'0');
                digits.CopyTo(destination[(2 - point)..]);
                return 2 - point + digits.Length;
            case var whole when whole < digits.Length:
                digits[..whole].CopyTo(destination);
                destination[whole] = (byte)'.';
                digits[whole..].CopyTo(destination[(whole + 1)..]);
                return digits.Length + 1;
            default:
                digits.CopyTo(destination);
                destination[digits.Length..point].Fill((byte)'0');
                return point;
        }
    }

    private static int LayExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        destination[0] = digits[0];
        var end = 1;
        if (digits.Length > 1)
        {
            destination[1] = (byte)'.';
            digits[1..].CopyTo(destination[2..]);
            end = digits.Length + 1;
        }

        destination[end] = (byte)'e';
        destination[end + 1] = exponent < 0 ? (byte)'-' : (byte)'+';
        Utf8Formatter.TryFormat(Math.Abs(exponent), destination[(end + 2)..], out var written);
        return end + 2 + written;
    }
}
