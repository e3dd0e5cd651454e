using System.Buffers.Binary;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Encodes names and values into the one canonical form that encryption binds.</summary>
/// <remarks>
/// <code>
/// u16 count, then for each pair, sorted by the UTF-8 bytes of its name:
///     u16 length of the name, name, u32 length of the value, value        (big-endian, UTF-8)
/// </code>
/// Sorted by bytes, not by UTF-16 units: U+FFFD and U+1F600 stand the other way round there. Safe for concurrent use.
/// </remarks>
public static class ContextEncoding
{
    /// <summary>The most pairs.</summary>
    public const int MaximumPairs = 64;

    /// <summary>The longest name in bytes.</summary>
    public const int MaximumNameLength = 128;

    /// <summary>The longest encoding in bytes.</summary>
    public const int MaximumLength = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodes names and values, whatever the names.</summary>
    /// <param name="pairs">The pairs, in any order.</param>
    /// <returns>The encoding, or why there is none; the offset counts the pairs as given.</returns>
    /// <exception cref="ArgumentException">A name or value is null.</exception>
    public static OneOf<byte[], TextFault<EncryptionContextFault>> Encode(
        IReadOnlyCollection<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count > MaximumPairs)
        {
            return new TextFault<EncryptionContextFault>(EncryptionContextFault.WithTooManyPairs, MaximumPairs);
        }

        var sorted = new SortedDictionary<byte[], byte[]>(
            Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        var length = sizeof(ushort);
        var at = 0;
        foreach (var (name, value) in pairs)
        {
            if (name is null || value is null)
            {
                throw new ArgumentException("a name or value is null", nameof(pairs));
            }

            if (Encode(name, value, sorted) is not { } added)
            {
                return Fault(EncryptionContextFault.WithTextThatIsNotUnicode, at);
            }

            if (added.Fault is { } fault)
            {
                return Fault(fault, at);
            }

            length += added.Length;
            if (length > MaximumLength)
            {
                return Fault(EncryptionContextFault.TooLong, at);
            }

            at++;
        }

        return Write(sorted, length);
    }

    private static TextFault<EncryptionContextFault> Fault(EncryptionContextFault kind, int at) => new(kind, at);

    private static (int Length, EncryptionContextFault? Fault)? Encode(
        string name, string value, SortedDictionary<byte[], byte[]> sorted)
    {
        // No text has fewer bytes than characters: what is too long is refused before it is copied.
        if (name.Length > MaximumNameLength || value.Length > MaximumLength)
        {
            return (0, name.Length > MaximumNameLength
                ? EncryptionContextFault.WithANameOfTheWrongLength
                : EncryptionContextFault.TooLong);
        }

        byte[] nameBytes, valueBytes;
        try
        {
            nameBytes = Utf8.GetBytes(name);
            valueBytes = Utf8.GetBytes(value);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }

        if (nameBytes.Length is < 1 or > MaximumNameLength)
        {
            return (0, EncryptionContextFault.WithANameOfTheWrongLength);
        }

        return sorted.TryAdd(nameBytes, valueBytes)
            ? (sizeof(ushort) + nameBytes.Length + sizeof(uint) + valueBytes.Length, null)
            : (0, EncryptionContextFault.WithADuplicateName);
    }

    private static byte[] Write(SortedDictionary<byte[], byte[]> sorted, int length)
    {
        var encoded = new byte[length];
        var rest = encoded.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)sorted.Count);
        rest = rest[sizeof(ushort)..];
        foreach (var (name, value) in sorted)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)name.Length);
            name.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + name.Length)..];
            BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)value.Length);
            value.CopyTo(rest[sizeof(uint)..]);
            rest = rest[(sizeof(uint) + value.Length)..];
        }

        return encoded;
    }
}
