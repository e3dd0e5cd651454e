using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Text;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>The content of a message with a context.</summary>
/// <remarks>
/// <code>
/// SEQUENCE {
///     SEQUENCE OF SEQUENCE { name UTF8String, value UTF8String },    sorted by name
///     data OCTET STRING }
/// </code>
/// In DER. It stands inside, as attributes that are authenticated are not understood by every reader.
/// </remarks>
internal static class CmsContent
{
    public static byte[] Write(ReadOnlySpan<byte> data, EncryptionContext context)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteContext(writer, context);
            writer.WriteOctetString(data);
        }

        return writer.Encode();
    }

    /// <summary>Takes the data out.</summary>
    /// <returns>The data; null if the content is not of this form, or of another context.</returns>
    public static byte[]? Read(ReadOnlyMemory<byte> content, EncryptionContext context)
    {
        var expected = new AsnWriter(AsnEncodingRules.DER);
        WriteContext(expected, context);
        try
        {
            var outside = new AsnReader(content, AsnEncodingRules.DER);
            var sequence = outside.ReadSequence();
            outside.ThrowIfNotEmpty();
            var isOfContext = expected.EncodedValueEquals(sequence.ReadEncodedValue().Span);
            var data = sequence.ReadOctetString();
            sequence.ThrowIfNotEmpty();
            return isOfContext ? data : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // From the canonical encoding, in whose order the pairs stay.
    private static void WriteContext(AsnWriter writer, EncryptionContext context)
    {
        var rest = context.Encoded[sizeof(ushort)..];
        using (writer.PushSequence())
        {
            while (!rest.IsEmpty)
            {
                using (writer.PushSequence())
                {
                    Write(writer, Take(ref rest, sizeof(ushort)));
                    Write(writer, Take(ref rest, sizeof(uint)));
                }
            }
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int prefix)
    {
        var length = prefix == sizeof(ushort)
            ? BinaryPrimitives.ReadUInt16BigEndian(rest)
            : (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
        var taken = rest.Slice(prefix, length);
        rest = rest[(prefix + length)..];
        return taken;
    }

    private static void Write(AsnWriter writer, ReadOnlySpan<byte> utf8) =>
        writer.WriteCharacterString(UniversalTagNumber.UTF8String, Encoding.UTF8.GetString(utf8));
}
