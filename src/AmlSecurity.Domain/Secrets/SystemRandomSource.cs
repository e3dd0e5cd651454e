using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Secrets;

/// <summary>The operating system's random generator: the one place of this library where chance comes in.</summary>
/// <remarks>
/// Exempt from "same arguments, same answer", and named as such. Reference equality; no order. Safe for concurrent use.
/// </remarks>
public sealed class SystemRandomSource : IRandomSource
{
    /// <summary>Creates the source.</summary>
    public SystemRandomSource()
    {
    }

    /// <inheritdoc/>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one named source of randomness.")]
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
