using System.Buffers.Binary;
using System.Collections.Immutable;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What stands before the body of an envelope: which data key, and how it is wrapped.</summary>
/// <remarks>
/// <code>
///   0  4  "AMLE"
///   4  1  format 1
///   5  1  suite 1 = Cobblestone-256 (0 is reserved for ever)
///   6  2  flags: bit 0 = the key block is kept elsewhere (detached); the others are 0
///   8  4  length of the key block, big-endian, up to 65,536; 0 when detached
///  12 16  id of the data key
///  28     key block
/// </code>
/// <b>Until an envelope has been opened, everything here is what whoever wrote it claims.</b> Equal by reference; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class EnvelopeHeader
{
    /// <summary>The length of what stands before the key block, in bytes.</summary>
    public const int PreambleLength = 28;

    /// <summary>The greatest length of a header in bytes.</summary>
    public const int MaximumLength = PreambleLength + KeyBlock.MaximumLength;

    internal const byte Format = 1;
    internal const byte Suite = 1;

    private const ushort DetachedFlag = 1;
    private const int BlockLengthOffset = 8;
    private const int IdOffset = 12;

    private EnvelopeHeader(DataKeyId dataKeyId, ImmutableArray<KeyStanza> stanzas, int length)
    {
        DataKeyId = dataKeyId;
        Stanzas = stanzas;
        Length = length;
    }

    /// <summary>Gets the id of the data key.</summary>
    public DataKeyId DataKeyId { get; }

    /// <summary>Gets the wrapped forms of the data key; empty when detached.</summary>
    public ImmutableArray<KeyStanza> Stanzas { get; }

    /// <summary>Gets the length of the header, where the body begins.</summary>
    public int Length { get; }

    /// <summary>Gets a value indicating whether the wrapped data key is kept elsewhere, in a
    /// <see cref="KeyRecord"/>.</summary>
    public bool IsDetached => Stanzas.IsEmpty;

    private static ReadOnlySpan<byte> Magic => "AMLE"u8;

    /// <summary>Reads the header of an envelope.</summary>
    /// <param name="envelope">The envelope, or its beginning; what stands behind the header is not looked at.</param>
    /// <returns>The header, or what is wrong; truncated where more bytes are needed.</returns>
    public static OneOf<EnvelopeHeader, EnvelopeFault> Read(ReadOnlySpan<byte> envelope)
    {
        if (CheckPreamble(envelope) is { } fault)
        {
            return fault;
        }

        var id = new DataKeyId(envelope.Slice(IdOffset, DataKeyId.Length));
        if (IsFlaggedDetached(envelope))
        {
            return new EnvelopeHeader(id, [], PreambleLength);
        }

        var blockLength = (int)BinaryPrimitives.ReadUInt32BigEndian(envelope[BlockLengthOffset..]);
        if (envelope.Length < PreambleLength + blockLength)
        {
            return new EnvelopeFault(EnvelopeFaultKind.Truncated, envelope.Length);
        }

        return KeyBlock.Read(envelope.Slice(PreambleLength, blockLength), PreambleLength)
            .Match<OneOf<EnvelopeHeader, EnvelopeFault>>(
                stanzas => new EnvelopeHeader(id, stanzas, PreambleLength + blockLength),
                blockFault => blockFault);
    }

    /// <summary>Gets how long the header is, from the preamble alone.</summary>
    internal static OneOf<int, EnvelopeFault> ReadLength(ReadOnlySpan<byte> preamble) =>
        CheckPreamble(preamble) is { } fault
            ? fault
            : PreambleLength + (int)BinaryPrimitives.ReadUInt32BigEndian(preamble[BlockLengthOffset..]);

    internal static byte[] WritePreamble(DataKeyId id, int blockLength)
    {
        var preamble = new byte[PreambleLength];
        Magic.CopyTo(preamble);
        preamble[4] = Format;
        preamble[5] = Suite;
        BinaryPrimitives.WriteUInt16BigEndian(preamble.AsSpan(6), blockLength == 0 ? DetachedFlag : (ushort)0);
        BinaryPrimitives.WriteUInt32BigEndian(preamble.AsSpan(BlockLengthOffset), (uint)blockLength);
        id.WriteTo(preamble.AsSpan(IdOffset));
        return preamble;
    }

    private static bool IsFlaggedDetached(ReadOnlySpan<byte> preamble) =>
        BinaryPrimitives.ReadUInt16BigEndian(preamble[6..]) == DetachedFlag;

    private static EnvelopeFault? CheckPreamble(ReadOnlySpan<byte> envelope)
    {
        var magic = envelope[..Math.Min(envelope.Length, Magic.Length)];
        if (!Magic.StartsWith(magic))
        {
            return new EnvelopeFault(EnvelopeFaultKind.OfAnotherFormat, 0);
        }

        if (envelope.Length < PreambleLength)
        {
            return new EnvelopeFault(EnvelopeFaultKind.Truncated, envelope.Length);
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(envelope[6..]);
        var blockLength = BinaryPrimitives.ReadUInt32BigEndian(envelope[BlockLengthOffset..]);
        return (envelope[4], envelope[5], flags, blockLength) switch
        {
            (not Format, _, _, _) => new EnvelopeFault(EnvelopeFaultKind.OfAnUnknownVersion, 4),
            (_, not Suite, _, _) => new EnvelopeFault(EnvelopeFaultKind.OfAnUnknownSuite, 5),
            (_, _, > DetachedFlag, _) => new EnvelopeFault(EnvelopeFaultKind.WithAnUnknownFlag, 6),
            (_, _, _, > KeyBlock.MaximumLength) or (_, _, DetachedFlag, not 0) or (_, _, 0, 0) =>
                new EnvelopeFault(EnvelopeFaultKind.WithALengthThatLies, BlockLengthOffset),
            _ => null,
        };
    }
}
