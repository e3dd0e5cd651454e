using System.Buffers;
using System.Buffers.Text;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads base64 (RFC 4648, section 4) of which each sequence of bytes has exactly one text: padded, without
/// blanks, and with no bit left over (section 3.5).</summary>
internal static class CanonicalBase64
{
    private const int Quantum = 4;

    /// <summary>Reads a text.</summary>
    /// <returns>The bytes, or null if the text is not the one form of any.</returns>
    public static byte[]? TryDecode(ReadOnlySpan<byte> text)
    {
        if (text.Length % Quantum != 0)
        {
            return null;
        }

        // The platform passes over blanks, which then makes fewer bytes than this.
        var padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
        var bytes = new byte[(text.Length / Quantum * 3) - padding];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done
            && written == bytes.Length
            && HasNothingLeftOver(text, bytes)
                ? bytes
                : null;
    }

    private static bool HasNothingLeftOver(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes)
    {
        Span<byte> tail = stackalloc byte[Quantum];
        Base64.EncodeToUtf8(bytes[^(bytes.Length % 3)..], tail, out _, out var length);
        return text.EndsWith(tail[..length]);
    }
}
