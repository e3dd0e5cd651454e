using System.Collections.Immutable;
using System.Numerics;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A tree of which only the newer leaves are kept; what was deleted lives on as the compact range before
/// them.</summary>
/// <remarks>Proves every leaf that is kept, and that the tree grew from any size not smaller than the start. Holds 64
/// bytes a leaf, and every proof takes a few look-ups. Immutable, hence safe for concurrent use. Reference equality; no
/// order.</remarks>
public sealed class RetainedTree
{
    // The full nodes of each level, without a gap, from the first that can be made of what is kept.
    private readonly ImmutableArray<(long First, Hash256[] Hashes)> _levels;

    /// <summary>Creates a tree.</summary>
    /// <param name="start">What was before the first leaf that is kept; <see cref="CompactRange.Empty"/> if all
    /// are.</param>
    /// <param name="leaves">The hashes of the leaves from there on.</param>
    public RetainedTree(CompactRange start, ImmutableArray<Hash256> leaves)
    {
        ArgumentNullException.ThrowIfNull(start);
        var kept = leaves.IsDefault ? [] : leaves;
        FirstRetained = start.Size;
        Size = start.Size + kept.Length;
        _levels = Build(start, kept);
    }

    /// <summary>Gets the number of the first leaf that is kept.</summary>
    public long FirstRetained { get; }

    /// <summary>Gets how many leaves the tree has, with those that are not kept.</summary>
    public long Size { get; }

    /// <summary>Gets the root of the tree.</summary>
    public Hash256 Root
    {
        get
        {
            var nodes = new List<MerkleNodeId>();
            MerkleNodeId.Cover(0, Size, nodes);
            return CompactRange.Create(Size, nodes.Select(node => Find(node)!.Value)).Root;
        }
    }

    /// <summary>Finds a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Its hash; null if the tree has no such node, or not any more.</returns>
    public Hash256? Find(MerkleNodeId node)
    {
        if (node.Level >= _levels.Length)
        {
            return null;
        }

        var (first, hashes) = _levels[node.Level];
        return node.Index >= first && node.Index - first < hashes.Length ? hashes[node.Index - first] : null;
    }

    /// <summary>Proves that a leaf is in the tree.</summary>
    /// <param name="index">The number of the leaf, <see cref="FirstRetained"/> or more.</param>
    /// <param name="size">How large the tree is to be, at most <see cref="Size"/>.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The leaf is not kept, or the tree not that large.</exception>
    public ImmutableArray<Hash256> ProveInclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, FirstRetained);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return Assemble(MerkleProofPlan.OfInclusion(index, size));
    }

    /// <summary>Proves that the tree grew from a smaller one.</summary>
    /// <param name="size1">How large the older tree is, 1 or more and <see cref="FirstRetained"/> or more.</param>
    /// <param name="size2">How large the newer tree is, at most <see cref="Size"/>.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are out of order or bounds.</exception>
    public ImmutableArray<Hash256> ProveConsistency(long size1, long size2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size1, FirstRetained);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size2, Size);
        return Assemble(MerkleProofPlan.OfConsistency(size1, size2));
    }

    private static ImmutableArray<(long First, Hash256[] Hashes)> Build(
        CompactRange start, ImmutableArray<Hash256> leaves)
    {
        using var hasher = new MerkleHasher();
        var levels = ImmutableArray.CreateBuilder<(long First, Hash256[] Hashes)>();
        var kept = start.Hashes.Length;
        IEnumerable<Hash256> nodes = leaves;
        var height = BitOperations.Log2((ulong)(start.Size + leaves.Length));
        for (var level = 0; level <= height; level++)
        {
            // A one in the size of the start is a full subtree before the first node here. Either way the first is even.
            var first = start.Size >> level;
            Hash256[] row = (first & 1) != 0 ? [start.Hashes[--kept], .. nodes] : [.. nodes];
            levels.Add((first & ~1L, row));
            nodes = Enumerable.Range(0, row.Length / 2).Select(at => hasher.HashNode(row[2 * at], row[(2 * at) + 1]));
        }

        return levels.ToImmutable();
    }

    private ImmutableArray<Hash256> Assemble(MerkleProofPlan plan) =>
        plan.Assemble([.. plan.Nodes.Select(node => Find(node)!.Value)]);
}
