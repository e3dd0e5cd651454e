using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Writes and reads the part of an envelope or key record that holds the wrapped data key.</summary>
/// <remarks>
/// <code>
/// 1     number of stanzas, 1 to 16
/// each  algorithm u8, u16 + address of the key, u16 + version of the key, u16 + wrapped data key
///       (lengths big-endian, text in UTF-8)
/// 32    MAC over everything before it, from the first byte of the envelope or record
/// </code>
/// </remarks>
internal static class KeyBlock
{
    /// <summary>The most stanzas.</summary>
    public const int MaximumStanzas = 16;

    /// <summary>The longest block in bytes.</summary>
    public const int MaximumLength = 65_536;

    /// <summary>The length of the MAC in bytes.</summary>
    public const int MacLength = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> MacLabel => "amlsec/envelope/v1 header mac"u8;

    /// <summary>Appends a block behind its head, under the MAC of a data key.</summary>
    /// <returns>Head and block; null if the key is erased.</returns>
    /// <exception cref="ArgumentException">The stanzas are none, too many, too long, or name one version
    /// twice.</exception>
    public static byte[]? Append(ReadOnlySpan<byte> head, ImmutableArray<KeyStanza> stanzas, DataKey key)
    {
        var length = LengthOf(stanzas);
        if (stanzas.Length is < 1 or > MaximumStanzas || length > MaximumLength || HasDuplicates(stanzas))
        {
            throw new ArgumentException(
                "the stanzas are none, too many, too long, or name one version twice", nameof(stanzas));
        }

        var whole = new byte[head.Length + length];
        head.CopyTo(whole);
        var rest = whole.AsSpan(head.Length);
        rest[0] = (byte)stanzas.Length;
        rest = rest[1..];
        foreach (var stanza in stanzas)
        {
            rest[0] = (byte)stanza.Algorithm;
            rest = rest[1..];
            Write(ref rest, Utf8.GetBytes(stanza.KeyUri));
            Write(ref rest, Utf8.GetBytes(stanza.KeyVersion));
            Write(ref rest, stanza.WrappedKey.AsSpan());
        }

        return TryComputeMac(whole.AsSpan(..^MacLength), key, rest) ? whole : null;
    }

    /// <summary>Gets the length of a block.</summary>
    public static int LengthOf(ImmutableArray<KeyStanza> stanzas) => 1 + MacLength + stanzas.Sum(stanza =>
        1 + (3 * sizeof(ushort))
        + Utf8.GetByteCount(stanza.KeyUri) + Utf8.GetByteCount(stanza.KeyVersion) + stanza.WrappedKey.Length);

    /// <summary>Reads the stanzas of a block, which must end where the span ends.</summary>
    public static OneOf<ImmutableArray<KeyStanza>, EnvelopeFault> Read(ReadOnlySpan<byte> block, int offset)
    {
        var cursor = new ByteCursor(block, offset);
        if (!cursor.TryReadByte(out var count))
        {
            return cursor.Fault(EnvelopeFaultKind.Truncated);
        }

        if (count is < 1 or > MaximumStanzas)
        {
            return new EnvelopeFault(EnvelopeFaultKind.WithTheWrongNumberOfStanzas, offset);
        }

        var stanzas = new KeyStanza[count];
        for (var at = 0; at < count; at++)
        {
            var start = cursor.Offset;
            if (!cursor.TryReadByte(out var algorithm)
                || !cursor.TryReadString(out var uri)
                || !cursor.TryReadString(out var version)
                || !cursor.TryReadString(out var wrapped))
            {
                return cursor.Fault(EnvelopeFaultKind.Truncated);
            }

            if (!TryRead((KeyWrapAlgorithm)algorithm, uri, version, wrapped, out var stanza))
            {
                return new EnvelopeFault(EnvelopeFaultKind.WithAMalformedStanza, start);
            }

            if (HasTwin(stanzas.AsSpan(0, at), stanza))
            {
                return new EnvelopeFault(EnvelopeFaultKind.WithADuplicateStanza, start);
            }

            stanzas[at] = stanza;
        }

        return cursor.Remaining switch
        {
            < MacLength => cursor.Fault(EnvelopeFaultKind.Truncated),
            > MacLength => cursor.Fault(EnvelopeFaultKind.WithALengthThatLies),
            _ => ImmutableCollectionsMarshal.AsImmutableArray(stanzas),
        };
    }

    /// <summary>Checks, in constant time, whether the MAC at the end holds under a data key.</summary>
    /// <returns>Null if it does; else that it does not, or that the key is erased, which tells nothing about the
    /// MAC.</returns>
    public static OpenRefusalKind? Check(ReadOnlySpan<byte> headAndBlock, DataKey key)
    {
        Span<byte> mac = stackalloc byte[MacLength];
        if (!TryComputeMac(headAndBlock[..^MacLength], key, mac))
        {
            return OpenRefusalKind.KeyErased;
        }

        return CryptographicOperations.FixedTimeEquals(mac, headAndBlock[^MacLength..])
            ? null
            : OpenRefusalKind.Authentication;
    }

    private static bool TryComputeMac(ReadOnlySpan<byte> covered, DataKey key, Span<byte> mac)
    {
        if (!key.TryUse(out var use))
        {
            return false;
        }

        using (use)
        {
            // HKDF-Expand of one block (RFC 5869, section 2.3).
            Span<byte> macKey = stackalloc byte[HMACSHA512.HashSizeInBytes];
            use.Hmac.AppendData(MacLabel);
            use.Hmac.AppendData([1]);
            use.Hmac.GetHashAndReset(macKey);
            Span<byte> full = stackalloc byte[HMACSHA512.HashSizeInBytes];
            HMACSHA512.HashData(macKey, covered, full);
            full[..MacLength].CopyTo(mac);
            CryptographicOperations.ZeroMemory(macKey);
            return true;
        }
    }

    private static bool TryRead(
        KeyWrapAlgorithm algorithm,
        ReadOnlySpan<byte> uri,
        ReadOnlySpan<byte> version,
        ReadOnlySpan<byte> wrapped,
        out KeyStanza stanza)
    {
        stanza = null!;
        try
        {
            return KeyStanza.Create(algorithm, Utf8.GetString(uri), Utf8.GetString(version), wrapped)
                .TryPickT0(out stanza, out _);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // At most sixteen: comparing each with each takes less than a set of them.
    private static bool HasDuplicates(ImmutableArray<KeyStanza> stanzas)
    {
        for (var at = 1; at < stanzas.Length; at++)
        {
            if (HasTwin(stanzas.AsSpan(0, at), stanzas[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTwin(ReadOnlySpan<KeyStanza> stanzas, KeyStanza stanza)
    {
        foreach (var other in stanzas)
        {
            if (other.KeyVersion == stanza.KeyVersion
                && other.KeyUri == stanza.KeyUri
                && other.Algorithm == stanza.Algorithm)
            {
                return true;
            }
        }

        return false;
    }

    private static void Write(ref Span<byte> rest, ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)value.Length);
        value.CopyTo(rest[sizeof(ushort)..]);
        rest = rest[(sizeof(ushort) + value.Length)..];
    }
}
