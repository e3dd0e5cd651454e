using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

/// <summary>Gives 1, 2, 3 and so on, and remembers for how many bytes it was asked.</summary>
internal sealed class CountingRandom : IRandomSource
{
    private byte _next = 1;

    public List<int> Asked { get; } = [];

    public void Fill(Span<byte> bytes)
    {
        Asked.Add(bytes.Length);
        foreach (ref var value in bytes)
        {
            value = _next++;
        }
    }
}
