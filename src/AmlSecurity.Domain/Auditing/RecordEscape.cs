using System.Buffers;
using System.Text;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Escapes as RFC 8785, section 3.2.2.2, has them: seven have a letter, the other controls have lower-case
/// digits, and nothing else is escaped.</summary>
internal static class RecordEscape
{
    /// <summary>Reads the escape that begins here.</summary>
    /// <param name="text">The text from the backslash on.</param>
    /// <param name="bad">-1, or the first byte that is of no escape, from the backslash on.</param>
    /// <returns>How many bytes it has; 0 if it is none.</returns>
    public static int Read(ReadOnlySpan<byte> text, out int bad)
    {
        bad = -1;
        if (text.Length > 1 && "\"\\btnfr"u8.Contains(text[1]))
        {
            return 2;
        }

        for (var at = 1; at < 6; at++)
        {
            if (at == text.Length || !Fits(text, at))
            {
                bad = at;
                return 0;
            }
        }

        return 6;
    }

    /// <summary>Finds where a text exceeds so many UTF-16 units: the character that does, or -1.</summary>
    public static int EndOf(ReadOnlySpan<byte> text, int units)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (bytes, width) = text[at] == '\\' ? (Read(text[at..], out _), 1)
                : Rune.DecodeFromUtf8(text[at..], out var rune, out var length) == OperationStatus.Done
                    ? (length, rune.Utf16SequenceLength)
                : (1, 1);
            units -= width;
            if (units < 0)
            {
                return at;
            }

            at += Math.Max(bytes, 1);
        }

        return -1;
    }

    private static bool Fits(ReadOnlySpan<byte> text, int at) => at switch
    {
        1 => text[1] == 'u',
        2 or 3 => text[at] == '0',
        4 => text[4] is (byte)'0' or (byte)'1',
        _ => text[4] == '0' ? "01234567bef"u8.Contains(text[5]) : "0123456789abcdef"u8.Contains(text[5]),
    };
}
