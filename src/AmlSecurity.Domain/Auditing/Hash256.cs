using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What SHA-256, or HMAC under it, gave: 32 bytes.</summary>
/// <remarks>Equal by its bytes; no order. The default is 32 zero bytes, which no input is known to give. Safe for
/// concurrent use.</remarks>
public readonly record struct Hash256
{
    /// <summary>The bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    // Four words make a value of 32 bytes that compares fast; their order in memory is that of the bytes.
    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Copies a hash.</summary>
    /// <param name="bytes">The bytes, exactly <see cref="Length"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public Hash256(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"a hash has {Length} bytes", nameof(bytes));
        }

        _first = MemoryMarshal.Read<ulong>(bytes);
        _second = MemoryMarshal.Read<ulong>(bytes[8..]);
        _third = MemoryMarshal.Read<ulong>(bytes[16..]);
        _fourth = MemoryMarshal.Read<ulong>(bytes[24..]);
    }

    /// <summary>Gets the bytes where they are.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(new ReadOnlySpan<Hash256>(in this));

    /// <summary>Copies the bytes out.</summary>
    /// <param name="destination">Receives them, <see cref="Length"/> bytes or more.</param>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>Returns the bytes as text.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(Bytes);
}
