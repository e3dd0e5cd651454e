using System.Security.Cryptography;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Hashes leaves and nodes as RFC 6962, section 2.1, and RFC 9162, section 2.1.1, have it: SHA-256 behind one
/// byte, so that no leaf can pass for a node.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class MerkleTree
{
    /// <summary>The largest number of leaves.</summary>
    public const long MaximumSize = long.MaxValue;

    internal const byte LeafPrefix = 0x00;
    internal const byte NodePrefix = 0x01;

    private const int LongestOnStack = 512;

    /// <summary>Gets the root of a tree without leaves: the hash of nothing.</summary>
    public static Hash256 EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>Hashes an entry.</summary>
    /// <param name="entry">The entry, of any length.</param>
    /// <returns>The hash of its leaf.</returns>
    public static Hash256 HashLeaf(ReadOnlySpan<byte> entry)
    {
        if (entry.Length > LongestOnStack)
        {
            using var hasher = new MerkleHasher();
            return hasher.HashLeaf(entry);
        }

        Span<byte> input = stackalloc byte[LongestOnStack + 1];
        input[0] = LeafPrefix;
        entry.CopyTo(input[1..]);
        return Hash(input[..(entry.Length + 1)]);
    }

    /// <summary>Hashes two nodes into the one above them.</summary>
    /// <param name="left">The left node.</param>
    /// <param name="right">The right node.</param>
    /// <returns>The hash of the node above.</returns>
    public static Hash256 HashNode(Hash256 left, Hash256 right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Hash256.Length)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash256.Length)..]);
        return Hash(input);
    }

    private static Hash256 Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> hash = stackalloc byte[Hash256.Length];
        SHA256.HashData(input, hash);
        return new Hash256(hash);
    }
}
