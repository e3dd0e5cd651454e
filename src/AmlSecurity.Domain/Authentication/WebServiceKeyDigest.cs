using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What is kept of a key of a web service, and what is made of a key that a caller presents: its
/// SHA-256.</summary>
/// <remarks>
/// SHA-256 (FIPS 180-4) of the key's bytes as they are presented. It does for keys of 256 random bits; a password would
/// need a slow hash. Equal in constant time; no order, no text form. Immutable, hence safe for concurrent use.
/// </remarks>
[DebuggerDisplay("digest of a key")]
public sealed class WebServiceKeyDigest : IEquatable<WebServiceKeyDigest>
{
    private readonly byte[] _sha256;

    private WebServiceKeyDigest(byte[] sha256) => _sha256 = sha256;

    /// <summary>Digests a key.</summary>
    /// <param name="key">The key as it is presented, its text in UTF-8. The caller erases it.</param>
    /// <returns>The digest.</returns>
    public static WebServiceKeyDigest Of(ReadOnlySpan<byte> key) => new(SHA256.HashData(key));

    /// <summary>Takes over a digest that was stored.</summary>
    /// <param name="sha256">The SHA-256 of a key, 32 bytes.</param>
    /// <returns>The digest.</returns>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public static WebServiceKeyDigest FromStored(ReadOnlySpan<byte> sha256) => sha256.Length == SHA256.HashSizeInBytes
        ? new WebServiceKeyDigest(sha256.ToArray())
        : throw new ArgumentException($"a digest has {SHA256.HashSizeInBytes} bytes", nameof(sha256));

    /// <summary>Writes the digest, to be stored.</summary>
    /// <param name="sha256">Where it goes, at least 32 bytes.</param>
    /// <exception cref="ArgumentException">The span is shorter.</exception>
    public void WriteTo(Span<byte> sha256) => _sha256.CopyTo(sha256);

    /// <summary>Determines in constant time whether two digests are of the same key.</summary>
    /// <param name="other">The other digest.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(WebServiceKeyDigest? other)
    {
        if (other is null)
        {
            return false;
        }

        // Four words and no branch on them; the platform's comparison goes byte by byte, unoptimised.
        var one = MemoryMarshal.Cast<byte, ulong>(_sha256);
        var two = MemoryMarshal.Cast<byte, ulong>(other._sha256);
        return ((one[0] ^ two[0]) | (one[1] ^ two[1]) | (one[2] ^ two[2]) | (one[3] ^ two[3])) == 0;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WebServiceKeyDigest);

    /// <inheritdoc/>
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(_sha256);

    /// <summary>Returns what it is, and nothing of the key.</summary>
    /// <returns>Always the same words.</returns>
    public override string ToString() => "digest of a key";
}
