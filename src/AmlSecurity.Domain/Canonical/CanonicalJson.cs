using OneOf;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Writes any JSON text in the one form that its bytes can be signed or hashed in (RFC 8785, JCS).</summary>
/// <remarks>
/// <code>
/// member order   UTF-16 code units of the names, ascending         RFC 8785, 3.2.3
/// strings        \b \t \n \f \r \" \\, else \u00xx below U+0020,    RFC 8785, 3.2.2.2
///                all other characters as they are
/// numbers        shortest digits that read back to the same        RFC 8785, 3.2.2.3
///                double, laid out as ECMAScript does
/// reading        I-JSON, any value at the top, depth 64            RFC 8785, 3.1; RFC 7493
/// </code>
/// Takes time in proportion to the text, but for the sorting of members, and working memory from the shared pool.
/// Names are compared as they are: nothing is normalised. Safe for concurrent use.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The most objects and arrays within each other.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Writes a JSON text in its canonical form.</summary>
    /// <param name="utf8">The text, in UTF-8 without a byte order mark.</param>
    /// <returns>The canonical form, or why there is none. The fault is one of those that the text has; a text that is
    /// not UTF-8 throughout is refused for that before anything else.</returns>
    public static OneOf<byte[], CanonicalJsonFault> Canonicalize(ReadOnlySpan<byte> utf8)
    {
        var encoder = new CanonicalEncoder(utf8);
        try
        {
            return encoder.Encode() is { } fault ? fault : encoder.Written.ToArray();
        }
        finally
        {
            encoder.Dispose();
        }
    }

    /// <summary>Finds the first byte at which a text differs from its canonical form.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>Its offset; the offset of the fault if the text has no canonical form; null if the text is
    /// canonical.</returns>
    public static int? FindDeviation(ReadOnlySpan<byte> utf8)
    {
        var encoder = new CanonicalEncoder(utf8);
        try
        {
            return encoder.Encode() is { } fault ? fault.Offset
                : encoder.Written.SequenceEqual(utf8) ? null
                : encoder.Written.CommonPrefixLength(utf8);
        }
        finally
        {
            encoder.Dispose();
        }
    }
}
