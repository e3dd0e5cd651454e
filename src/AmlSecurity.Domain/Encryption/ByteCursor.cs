using System.Buffers.Binary;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Walks binary input forwards without ever reading behind its end.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, int offset)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Gets the offset of this place from the beginning of the envelope or record.</summary>
    public readonly int Offset => offset + _at;

    /// <summary>Gets how many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - _at;

    public bool TryReadByte(out byte value)
    {
        value = 0;
        if (Remaining < 1)
        {
            return false;
        }

        value = _bytes[_at++];
        return true;
    }

    /// <summary>Reads bytes behind their length in two bytes.</summary>
    public bool TryReadString(out ReadOnlySpan<byte> value)
    {
        value = [];
        if (Remaining < sizeof(ushort))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(_bytes[_at..]);
        if (Remaining - sizeof(ushort) < length)
        {
            return false;
        }

        value = _bytes.Slice(_at + sizeof(ushort), length);
        _at += sizeof(ushort) + length;
        return true;
    }

    public readonly EnvelopeFault Fault(EnvelopeFaultKind kind) => new(kind, Offset);
}
