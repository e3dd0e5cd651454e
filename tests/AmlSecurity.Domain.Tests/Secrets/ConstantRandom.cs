using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Secrets;

/// <summary>Gives the same byte each time.</summary>
internal sealed class ConstantRandom(byte value) : IRandomSource
{
    public void Fill(Span<byte> bytes) => bytes.Fill(value);
}
