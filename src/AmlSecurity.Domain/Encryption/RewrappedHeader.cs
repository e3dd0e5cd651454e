using System.Collections.Immutable;
using System.Security.Cryptography;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The new header of an envelope; <see cref="EnvelopeSealer.RewrapAsync(ReadOnlyMemory{byte}, KeyRing,
/// CancellationToken)"/> makes it.</summary>
/// <remarks>
/// The body stays as it is and need not be read. <b>The old header still opens the body while its version is
/// enabled</b>, wherever it is kept, backups included: wrapping anew is not revocation. Reference equality; no order.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class RewrappedHeader
{
    private readonly byte[] _header;
    private readonly int _oldLength;

    internal RewrappedHeader(bool isChanged, byte[] header, ReadOnlySpan<byte> oldHeader)
    {
        IsChanged = isChanged;
        _header = header;
        _oldLength = oldHeader.Length;
        OldDigest = [.. SHA256.HashData(oldHeader)];
    }

    /// <summary>Gets a value indicating whether the header is another one; it is not if it was current.</summary>
    public bool IsChanged { get; }

    /// <summary>Gets the header to be stored.</summary>
    public ReadOnlySpan<byte> Header => _header;

    /// <summary>Gets the SHA-256 of the header that it takes the place of, 32 bytes, so that a store can replace that
    /// one and no other.</summary>
    public ImmutableArray<byte> OldDigest { get; }

    /// <summary>Puts the header before the body of the envelope that it was made for.</summary>
    /// <param name="envelope">That envelope, whole.</param>
    /// <returns>The envelope under the new header, its body the same bytes.</returns>
    /// <exception cref="ArgumentException">It begins with another header.</exception>
    public byte[] ApplyTo(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < _oldLength
            || !OldDigest.AsSpan().SequenceEqual(SHA256.HashData(envelope[.._oldLength])))
        {
            throw new ArgumentException("the envelope begins with another header", nameof(envelope));
        }

        return [.. _header, .. envelope[_oldLength..]];
    }
}
