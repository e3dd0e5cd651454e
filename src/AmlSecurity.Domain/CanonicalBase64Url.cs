using System.Buffers;

namespace AmlSecurity.Domain;

/// <summary>Tells base64url that has one text for one sequence of bytes (RFC 4648, sections 3.5 and 5): without
/// padding, and with no bit left over.</summary>
internal static class CanonicalBase64Url
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Determines whether a text is the one of its bytes. No byte at all has a text, the empty one.</summary>
    public static bool IsText(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.ContainsAnyExcept(Alphabet) || text.Length % 4 == 1)
        {
            return false;
        }

        var unused = (text.Length % 4) switch { 2 => 0b1111, 3 => 0b11, _ => 0 };
        return (ValueOf(text[^1]) & unused) == 0;
    }

    /// <summary>Counts the bytes that such a text stands for. A decoder of the platform may throw where the destination
    /// is one or two bytes short, so the length is compared first.</summary>
    public static int DecodedLength(ReadOnlySpan<byte> text) => (text.Length * 3) / 4;

    /// <summary>Counts the digits of the alphabet at the beginning.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept(Alphabet) is >= 0 and var length ? length : text.Length;

    private static int ValueOf(byte digit) => digit switch
    {
        >= (byte)'A' and <= (byte)'Z' => digit - 'A',
        >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
