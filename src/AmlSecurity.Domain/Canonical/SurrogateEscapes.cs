using System.Globalization;

namespace AmlSecurity.Domain.Canonical;

/// <summary>Looks for half characters among the escapes of a JSON string.</summary>
internal static class SurrogateEscapes
{
    private const int Length = 6;

    /// <summary>Finds the first escape of a surrogate that has no partner.</summary>
    /// <param name="raw">What stands between the quotation marks; its escapes are well-formed.</param>
    /// <returns>The offset of its backslash, or -1.</returns>
    public static int FindUnpaired(ReadOnlySpan<byte> raw)
    {
        for (var at = 0; raw[at..].IndexOf((byte)'\\') is >= 0 and var skipped;)
        {
            at += skipped;
            var rest = raw[at..];
            if (!IsUnit(rest))
            {
                at += 2;
            }
            else if (rest[2] is not ((byte)'d' or (byte)'D') || !char.IsSurrogate(Unit(rest)))
            {
                at += Length;
            }
            else if (IsUnit(rest[Length..]) && char.IsSurrogatePair(Unit(rest), Unit(rest[Length..])))
            {
                at += 2 * Length;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsUnit(ReadOnlySpan<byte> rest) => rest.StartsWith(@"\u"u8);

    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(
        escape[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
