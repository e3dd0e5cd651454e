using System.Collections.Immutable;
using System.Numerics;

namespace AmlSecurity.Domain.Auditing;

/// <summary>All that a tree must remember in order to grow: its size, and the hashes of its full subtrees, of which there
/// are as many as its size has ones in binary.</summary>
/// <remarks>Equal by size and hashes; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CompactRange
{
    private CompactRange(long size, ImmutableArray<Hash256> hashes)
    {
        Size = size;
        Hashes = hashes;
    }

    /// <summary>Gets the range of a tree without leaves.</summary>
    public static CompactRange Empty { get; } = new(0, []);

    /// <summary>Gets how many leaves there are.</summary>
    public long Size { get; }

    /// <summary>Gets the hashes of the full subtrees, the largest first; at most 63.</summary>
    public ImmutableArray<Hash256> Hashes { get; }

    /// <summary>Gets the root of the tree (RFC 9162, section 2.1.1).</summary>
    public Hash256 Root
    {
        get
        {
            if (Size == 0)
            {
                return MerkleTree.EmptyRoot;
            }

            var root = Hashes[^1];
            for (var at = Hashes.Length - 2; at >= 0; at--)
            {
                root = MerkleTree.HashNode(Hashes[at], root);
            }

            return root;
        }
    }

    /// <summary>Takes in a range that was kept.</summary>
    /// <param name="size">How many leaves there are, 0 or more.</param>
    /// <param name="hashes">The hashes of the full subtrees, the largest first.</param>
    /// <returns>The range. Nothing proves it but its root.</returns>
    /// <exception cref="ArgumentException">The size is negative, or there are more or fewer hashes than it has
    /// ones.</exception>
    public static CompactRange Create(long size, params IEnumerable<Hash256> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(hashes);
        ImmutableArray<Hash256> kept = [.. hashes];
        return kept.Length == BitOperations.PopCount((ulong)size)
            ? new CompactRange(size, kept)
            : throw new ArgumentException("a tree has as many full subtrees as its size has ones", nameof(hashes));
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <returns>The range with it.</returns>
    /// <exception cref="InvalidOperationException">The tree has <see cref="MerkleTree.MaximumSize"/> leaves.</exception>
    public CompactRange Append(Hash256 leaf)
    {
        if (Size == MerkleTree.MaximumSize)
        {
            throw new InvalidOperationException("the tree has no room for more leaves");
        }

        // Each one at the end of the size, in binary, is a subtree that the leaf completes.
        var hash = leaf;
        var kept = Hashes.Length;
        for (var ones = Size; (ones & 1) != 0; ones >>= 1)
        {
            hash = MerkleTree.HashNode(Hashes[--kept], hash);
        }

        return new CompactRange(Size + 1, [.. Hashes.AsSpan(0, kept), hash]);
    }

    /// <summary>Adds leaves, in their order; the same as one after the other.</summary>
    /// <param name="leaves">Their hashes.</param>
    /// <returns>The range with them.</returns>
    /// <exception cref="InvalidOperationException">The tree would have more than <see cref="MerkleTree.MaximumSize"/>
    /// leaves.</exception>
    public CompactRange AppendMany(ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.IsEmpty)
        {
            return this;
        }

        using var builder = new CompactRangeBuilder(this);
        foreach (var leaf in leaves)
        {
            builder.Append(leaf);
        }

        return builder.ToRange();
    }

    /// <summary>Determines whether two ranges are the same.</summary>
    /// <param name="other">The other range.</param>
    /// <returns><see langword="true"/> if size and hashes are equal.</returns>
    public bool Equals(CompactRange? other) =>
        other is not null && Size == other.Size && Hashes.AsSpan().SequenceEqual(other.Hashes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Hashes.IsEmpty ? default : Hashes[0]);

    internal static CompactRange Of(long size, ReadOnlySpan<Hash256> hashes) => new(size, [.. hashes]);
}
