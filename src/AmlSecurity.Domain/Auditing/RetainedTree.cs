using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A tree of which only the newer leaves are kept; what was deleted lives on as the compact range before
/// them.</summary>
/// <remarks>Proves every leaf that is kept, and that the tree grew from any size not smaller than the start. Holds 32
/// bytes a leaf. Immutable, hence safe for concurrent use. Reference equality; no order.</remarks>
public sealed class RetainedTree
{
    private readonly ImmutableArray<Hash256> _leaves;
    private readonly CompactRange _start;

    /// <summary>Creates a tree.</summary>
    /// <param name="start">What was before the first leaf that is kept; <see cref="CompactRange.Empty"/> if all
    /// are.</param>
    /// <param name="leaves">The hashes of the leaves from there on.</param>
    public RetainedTree(CompactRange start, ImmutableArray<Hash256> leaves)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
        _leaves = leaves.IsDefault ? [] : leaves;
    }

    /// <summary>Gets the number of the first leaf that is kept.</summary>
    public long FirstRetained => _start.Size;

    /// <summary>Gets how many leaves the tree has, with those that are not kept.</summary>
    public long Size => _start.Size + _leaves.Length;

    /// <summary>Gets the root of the tree.</summary>
    public Hash256 Root => _start.AppendMany(_leaves.AsSpan()).Root;

    /// <summary>Finds a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Its hash; null if the tree has no such node, or not any more.</returns>
    public Hash256? Find(MerkleNodeId node)
    {
        if (node.EndLeaf > Size)
        {
            return null;
        }

        if (node.FirstLeaf >= _start.Size)
        {
            var first = (int)(node.FirstLeaf - _start.Size);
            return CompactRange.Empty.AppendMany(_leaves.AsSpan(first, 1 << node.Level)).Root;
        }

        var kept = KeptBefore();
        return Combine(node, kept);
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

    private ImmutableArray<Hash256> Assemble(MerkleProofPlan plan) =>
        plan.Assemble([.. plan.Nodes.Select(node => Find(node)!.Value)]);

    private Dictionary<MerkleNodeId, Hash256> KeptBefore()
    {
        var nodes = new List<MerkleNodeId>();
        MerkleNodeId.Cover(0, _start.Size, nodes);
        return nodes.Zip(_start.Hashes).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    // A node on the border is made of what is kept on both sides of it.
    private Hash256? Combine(MerkleNodeId node, Dictionary<MerkleNodeId, Hash256> kept)
    {
        if (kept.TryGetValue(node, out var hash))
        {
            return hash;
        }

        if (node.FirstLeaf >= _start.Size)
        {
            return Find(node);
        }

        return node.Level > 0
            && Combine(new MerkleNodeId(node.Level - 1, 2 * node.Index), kept) is { } left
            && Combine(new MerkleNodeId(node.Level - 1, (2 * node.Index) + 1), kept) is { } right
                ? MerkleTree.HashNode(left, right)
                : null;
    }
}
