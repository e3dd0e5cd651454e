using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Writes a JSON string as RFC 8785, section 3.2.2.2, has it.</summary>
/// <remarks>Allocates nothing. Safe for concurrent use.</remarks>
internal static class CanonicalString
{
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
        var end = 1;
        while (true)
        {
            var plain = CopyPlain(text, destination[end..^1]);
            end += plain;
            text = text[plain..];
            if (text.IsEmpty)
            {
                break;
            }

            var status = WriteOther(ref text, destination[end..^1], out var length);
            end += length;
            if (status != OperationStatus.Done)
            {
                return status;
            }
        }

        destination[end] = (byte)'"';
        written = end + 1;
        return OperationStatus.Done;
    }

    /// <summary>Copies characters that are one byte each and need no escape, up to the first other one.</summary>
    private static int CopyPlain(ReadOnlySpan<char> text, Span<byte> destination)
    {
        var length = Math.Min(text.Length, destination.Length);
        var at = Vector128.IsHardwareAccelerated && length >= Vector128<ushort>.Count
            ? CopyPlainBlocks(text[..length], destination[..length])
            : 0;
        while (at < length && IsPlain(text[at]))
        {
            destination[at] = (byte)text[at];
            at++;
        }

        return at;
    }

    private static int CopyPlainBlocks(ReadOnlySpan<char> text, Span<byte> destination)
    {
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var to = ref MemoryMarshal.GetReference(destination);
        var width = Vector128<ushort>.Count;
        var at = 0;

        // INVARIANT: a block ends at or before the end of the text, and the destination is as long.
        for (; at <= text.Length - (2 * width); at += 2 * width)
        {
            var first = Vector128.LoadUnsafe(ref from, (nuint)at);
            var second = Vector128.LoadUnsafe(ref from, (nuint)(at + width));
            if ((Plain(first) & Plain(second)) != Vector128<ushort>.AllBitsSet)
            {
                break;
            }

            Vector128.Narrow(first, second).StoreUnsafe(ref to, (nuint)at);
        }

        while (at < text.Length)
        {
            // The last block begins before the end of the one before it.
            var start = Math.Min(at, text.Length - width);
            var block = Vector128.LoadUnsafe(ref from, (nuint)start);
            if (Plain(block) != Vector128<ushort>.AllBitsSet)
            {
                break;
            }

            Vector128.Narrow(block, block).GetLower().StoreUnsafe(ref to, (nuint)start);
            at = start + width;
        }

        return at;
    }

    private static Vector128<ushort> Plain(Vector128<ushort> units)
    {
        var shifted = units - Vector128.Create<ushort>(0x20);
        return Vector128.Equals(Vector128.Min(shifted, Vector128.Create<ushort>(0x5F)), shifted)
            & ~(Vector128.Equals(units, Vector128.Create<ushort>('"'))
                | Vector128.Equals(units, Vector128.Create<ushort>('\\')));
    }

    private static bool IsPlain(ushort unit) => unit is >= 0x20 and <= 0x7F and not '"' and not '\\';

    /// <summary>Writes one character that needs an escape, or all up to the next one that is a single byte.</summary>
    private static OperationStatus WriteOther(ref ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        var first = text[0];
        if (char.IsAscii(first))
        {
            text = text[1..];
            return IsPlain(first) || !TryEscape(first, destination, out written)
                ? OperationStatus.DestinationTooSmall
                : OperationStatus.Done;
        }

        var length = 1;
        while (length < text.Length && !char.IsAscii(text[length]))
        {
            length++;
        }

        var status = Utf8.FromUtf16(
            text[..length], destination, out _, out written, replaceInvalidSequences: false);
        text = text[length..];
        return status;
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
