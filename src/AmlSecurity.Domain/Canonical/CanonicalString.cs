using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Writes a JSON string as RFC 8785, section 3.2.2.2, has it.</summary>
/// <remarks>Allocates nothing. Safe for concurrent use.</remarks>
internal static class CanonicalString
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014"
        + "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>Returns how many bytes are always enough for a text of so many UTF-16 code units.</summary>
    public static int MaximumLength(int units) => checked(2 + (6 * units));

    /// <summary>Writes a text between quotation marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Where it goes; what stands there after a failure means nothing.</param>
    /// <param name="written">How many bytes were written; 0 after a failure.</param>
    /// <returns><see cref="OperationStatus.Done"/>; <see cref="OperationStatus.InvalidData"/> if half of a surrogate
    /// pair is in the text; or <see cref="OperationStatus.DestinationTooSmall"/>.</returns>
    public static OperationStatus Write(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;

        // No text has fewer bytes than UTF-16 code units.
        if (destination.Length - 2 < text.Length)
        {
            return OperationStatus.DestinationTooSmall;
        }

        destination[0] = (byte)'"';
        var plain = CopyPlain(text, destination[1..]);
        var end = 1 + plain;
        if (plain < text.Length)
        {
            var status = WriteOthers(text[plain..], destination[end..^1], out var more);
            if (status != OperationStatus.Done)
            {
                return status;
            }

            end += more;
        }

        destination[end] = (byte)'"';
        written = end + 1;
        return OperationStatus.Done;
    }

    /// <summary>Copies characters that are one byte each and need no escape, up to the first other one.</summary>
    private static int CopyPlain(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var width = Vector128<ushort>.Count;
        var at = 0;
        while (Vector128.IsHardwareAccelerated && at <= units.Length - width)
        {
            var block = Vector128.Create(units[at..]);
            if (!ArePlain(block))
            {
                break;
            }

            Vector128.Narrow(block, block).GetLower().CopyTo(destination[at..]);
            at += width;
        }

        while (at < units.Length && IsPlain(units[at]))
        {
            destination[at] = (byte)units[at];
            at++;
        }

        return at;
    }

    private static bool ArePlain(Vector128<ushort> units) =>
        (Vector128.GreaterThan(units - Vector128.Create<ushort>(0x20), Vector128.Create<ushort>(0x5F))
            | Vector128.Equals(units, Vector128.Create<ushort>('"'))
            | Vector128.Equals(units, Vector128.Create<ushort>('\\'))) == Vector128<ushort>.Zero;

    private static bool IsPlain(ushort unit) => unit is >= 0x20 and <= 0x7F and not '"' and not '\\';

    private static OperationStatus WriteOthers(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        while (true)
        {
            var run = text.IndexOfAny(Escaped);
            var plain = run < 0 ? text : text[..run];
            var status = Utf8.FromUtf16(
                plain, destination[written..], out _, out var bytes, replaceInvalidSequences: false);
            written += bytes;
            if (status != OperationStatus.Done || run < 0)
            {
                return status;
            }

            if (!TryEscape(text[run], destination[written..], out bytes))
            {
                return OperationStatus.DestinationTooSmall;
            }

            written += bytes;
            text = text[(run + 1)..];
        }
    }

    private static bool TryEscape(char character, Span<byte> destination, out int written)
    {
        var letter = character switch
        {
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\f' => 'f',
            '\r' => 'r',
            '"' or '\\' => character,
            _ => 'u',
        };
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        ReadOnlySpan<byte> escape =
            [(byte)'\\', (byte)letter, (byte)'0', (byte)'0', digits[character >> 4 & 15], digits[character & 15]];
        written = letter == 'u' ? 6 : 2;
        return escape[..written].TryCopyTo(destination);
    }
}
