namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>A small generator of numbers that is the same on every platform and in every version of .NET.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014). Not for secrets. Not safe for concurrent use.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Mixes all bits of a number into all bits of another.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Draws a number from zero to below a limit.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    /// <summary>Draws an element.</summary>
    public T Of<T>(IReadOnlyList<T> elements) => elements[Below(elements.Count)];

    /// <summary>Draws 16 bytes as a GUID.</summary>
    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);
}
