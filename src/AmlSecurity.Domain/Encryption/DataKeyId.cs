using System.Buffers.Binary;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The random number, 16 bytes, by which envelopes and key records name a data key. It is no secret.</summary>
/// <remarks>Equal by value; no order. The default is all zero, an id like any other. Safe for concurrent use.</remarks>
public readonly record struct DataKeyId
{
    /// <summary>The length in bytes.</summary>
    public const int Length = 16;

    private readonly UInt128 _value;

    /// <summary>Creates an id from its bytes.</summary>
    /// <param name="bytes">The 16 bytes.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public DataKeyId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"an id has {Length} bytes, not {bytes.Length}", nameof(bytes));
        }

        _value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>Writes the bytes.</summary>
    /// <param name="bytes">Where they go, at least 16 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is shorter.</exception>
    public void WriteTo(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);

    /// <summary>Returns the bytes as 32 lower-case hexadecimal digits.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value.ToString("x32", null);
}
