using System.Buffers.Binary;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Tour.WholeLife;

/// <summary>Gives the same bytes for the same seed, so that a walk can be repeated to the byte. Never for real keys.</summary>
/// <remarks>SHA-256 over seed and counter.</remarks>
internal sealed class SeededRandom(ulong seed) : IRandomSource
{
    private ulong _counter;

    public void Fill(Span<byte> bytes)
    {
        Span<byte> input = stackalloc byte[16];
        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        while (!bytes.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64BigEndian(input, seed);
            BinaryPrimitives.WriteUInt64BigEndian(input[8..], _counter++);
            SHA256.HashData(input, block);
            var length = Math.Min(bytes.Length, block.Length);
            block[..length].CopyTo(bytes);
            bytes = bytes[length..];
        }
    }
}
