using System.Text.Json;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Finds the place of what the platform's reader refuses.</summary>
internal static class JsonSyntax
{
    /// <summary>Turns the line and the place in it into an offset in bytes.</summary>
    /// <param name="error">What the reader threw.</param>
    /// <param name="utf8">What the reader read.</param>
    public static int OffsetOf(JsonException error, ReadOnlySpan<byte> utf8)
    {
        var line = utf8;
        for (var at = error.LineNumber ?? 0; at > 0; at--)
        {
            line = line[(line.IndexOf((byte)'\n') + 1)..];
        }

        return (int)Math.Min(utf8.Length, utf8.Length - line.Length + (error.BytePositionInLine ?? 0));
    }
}
