using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Keeps the wrapped data key of many detached envelopes, so that wrapping anew touches one record, not
/// millions.</summary>
/// <remarks>
/// <code>
///   0  4  "AMLK"
///   4  1  format 1
///   5  1  suite 1
///   6  2  reserved, 0
///   8 16  id of the data key
///  24  8  created at, seconds since 1970, big-endian
///  32     u16 + scope, then a key block to the end, its MAC over the whole record
/// </code>
/// The scope has 1 to 2,048 bytes of UTF-8. Equal by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class KeyRecord
{
    /// <summary>The longest scope in bytes.</summary>
    public const int MaximumScopeLength = 2048;

    private const int ScopeOffset = 32;
    private const long LatestSecond = 253_402_300_799;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _encoded;

    private KeyRecord(
        byte[] encoded, DataKeyId dataKeyId, Instant createdAt, string scope, ImmutableArray<KeyStanza> stanzas)
    {
        _encoded = encoded;
        DataKeyId = dataKeyId;
        CreatedAt = createdAt;
        Scope = scope;
        Stanzas = stanzas;
    }

    /// <summary>Gets the bytes of the record.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded;

    /// <summary>Gets the id of the data key.</summary>
    public DataKeyId DataKeyId { get; }

    /// <summary>Gets when the data key was created, to the second.</summary>
    public Instant CreatedAt { get; }

    /// <summary>Gets what the data key is for.</summary>
    public string Scope { get; }

    /// <summary>Gets the wrapped forms of the data key.</summary>
    public ImmutableArray<KeyStanza> Stanzas { get; }

    private static ReadOnlySpan<byte> Magic => "AMLK"u8;

    /// <summary>Creates a record.</summary>
    /// <param name="key">The data key.</param>
    /// <param name="scope">What it is for.</param>
    /// <param name="stanzas">Its wrapped forms, 1 to 16.</param>
    /// <returns>The record, or why there is none.</returns>
    /// <exception cref="ArgumentException">Scope or stanzas are out of bounds, or the key is from before
    /// 1970.</exception>
    public static OneOf<KeyRecord, SealRefusal> Create(
        DataKey key, string scope, params ImmutableArray<KeyStanza> stanzas)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(scope);
        var scopeBytes = Utf8.GetBytes(scope);
        var seconds = key.CreatedAt.ToUnixTimeSeconds();
        if (scopeBytes.Length is < 1 or > MaximumScopeLength || seconds is < 0 or > LatestSecond || stanzas.IsDefault)
        {
            throw new ArgumentException(
                "the scope, the stanzas or the time of the key is out of bounds", nameof(scope));
        }

        var head = new byte[ScopeOffset + sizeof(ushort) + scopeBytes.Length];
        Magic.CopyTo(head);
        head[4] = EnvelopeHeader.Format;
        head[5] = EnvelopeHeader.Suite;
        key.Id.WriteTo(head.AsSpan(8));
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(24), (ulong)seconds);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(ScopeOffset), (ushort)scopeBytes.Length);
        scopeBytes.CopyTo(head.AsSpan(ScopeOffset + sizeof(ushort)));
        return KeyBlock.Append(head, stanzas, key) is { } encoded
            ? new KeyRecord(encoded, key.Id, Instant.FromUnixTimeSeconds(seconds), scope, stanzas)
            : SealRefusal.Erased;
    }

    /// <summary>Reads a record.</summary>
    /// <param name="encoded">The bytes, exactly.</param>
    /// <returns>What the record claims, or what is wrong with its form.</returns>
    public static OneOf<KeyRecord, EnvelopeFault> Read(ReadOnlySpan<byte> encoded)
    {
        if (CheckHead(encoded) is { } fault)
        {
            return fault;
        }

        var seconds = BinaryPrimitives.ReadUInt64BigEndian(encoded[24..]);
        var scopeLength = BinaryPrimitives.ReadUInt16BigEndian(encoded[ScopeOffset..]);
        var blockOffset = ScopeOffset + sizeof(ushort) + scopeLength;
        if (encoded.Length < blockOffset)
        {
            return new EnvelopeFault(EnvelopeFaultKind.Truncated, encoded.Length);
        }

        if (!TryReadScope(encoded.Slice(ScopeOffset + sizeof(ushort), scopeLength), out var scope))
        {
            return new EnvelopeFault(EnvelopeFaultKind.WithALengthThatLies, ScopeOffset);
        }

        if (encoded.Length - blockOffset > KeyBlock.MaximumLength)
        {
            return new EnvelopeFault(EnvelopeFaultKind.WithTrailingBytes, blockOffset + KeyBlock.MaximumLength);
        }

        if (!KeyBlock.Read(encoded[blockOffset..], blockOffset).TryPickT0(out var stanzas, out var blockFault))
        {
            return blockFault;
        }

        return new KeyRecord(
            encoded.ToArray(),
            new DataKeyId(encoded.Slice(8, DataKeyId.Length)),
            Instant.FromUnixTimeSeconds((long)seconds),
            scope,
            stanzas);
    }

    /// <summary>Gets the data key out of the record.</summary>
    /// <param name="allowed">The keys that the record may be under; others never reach the port.</param>
    /// <param name="unwrapper">The port; asked at most twice.</param>
    /// <returns>The data key, to be disposed, its age counting from <see cref="CreatedAt"/>; or why there is
    /// none.</returns>
    public OneOf<DataKey, OpenRefusal> RecoverKey(AllowedKeys allowed, IDataKeyUnwrapper unwrapper)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        ArgumentNullException.ThrowIfNull(unwrapper);
        return DataKeyRecovery.Recover(_encoded, Stanzas, DataKeyId, CreatedAt, allowed, unwrapper);
    }

    private static EnvelopeFault? CheckHead(ReadOnlySpan<byte> encoded)
    {
        if (!Magic.StartsWith(encoded[..Math.Min(encoded.Length, Magic.Length)]))
        {
            return new EnvelopeFault(EnvelopeFaultKind.OfAnotherFormat, 0);
        }

        if (encoded.Length < ScopeOffset + sizeof(ushort))
        {
            return new EnvelopeFault(EnvelopeFaultKind.Truncated, encoded.Length);
        }

        return (encoded[4], encoded[5], BinaryPrimitives.ReadUInt16BigEndian(encoded[6..])) switch
        {
            (not EnvelopeHeader.Format, _, _) => new EnvelopeFault(EnvelopeFaultKind.OfAnUnknownVersion, 4),
            (_, not EnvelopeHeader.Suite, _) => new EnvelopeFault(EnvelopeFaultKind.OfAnUnknownSuite, 5),
            (_, _, not 0) => new EnvelopeFault(EnvelopeFaultKind.WithAnUnknownFlag, 6),
            _ when BinaryPrimitives.ReadUInt64BigEndian(encoded[24..]) > LatestSecond =>
                new EnvelopeFault(EnvelopeFaultKind.WithALengthThatLies, 24),
            _ => null,
        };
    }

    private static bool TryReadScope(ReadOnlySpan<byte> bytes, out string scope)
    {
        scope = "";
        if (bytes.Length is < 1 or > MaximumScopeLength)
        {
            return false;
        }

        try
        {
            scope = Utf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
