using System.Numerics;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Names a full node of the tree: the root of a whole subtree of 2^level leaves.</summary>
/// <remarks>Such a node never changes when the tree grows. Equal by both members; no order. The default is the first
/// leaf. Safe for concurrent use.</remarks>
public readonly record struct MerkleNodeId
{
    /// <summary>Names a node.</summary>
    /// <param name="level">How high it is above the leaves, 0 to 62.</param>
    /// <param name="index">Its number on its level, from 0 at the left.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node in any tree.</exception>
    public MerkleNodeId(int level, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 62);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, long.MaxValue >> level);
        Level = level;
        Index = index;
    }

    /// <summary>Gets how high it is above the leaves.</summary>
    public int Level { get; }

    /// <summary>Gets its number on its level, from 0 at the left.</summary>
    public long Index { get; }

    /// <summary>Gets the number of its first leaf.</summary>
    public long FirstLeaf => Index << Level;

    /// <summary>Gets the number of the leaf behind its last.</summary>
    public long EndLeaf => (Index + 1) << Level;

    /// <summary>Returns level and index.</summary>
    /// <returns>Such as <c>3:17</c>.</returns>
    public override string ToString() => $"{Level}:{Index}";

    /// <summary>Adds the full nodes that make up a range of leaves, from the left, which is the largest.</summary>
    internal static void Cover(long begin, long end, ICollection<MerkleNodeId> nodes)
    {
        while (begin < end)
        {
            var level = BitOperations.Log2((ulong)(end - begin));
            nodes.Add(new MerkleNodeId(level, begin >> level));
            begin += 1L << level;
        }
    }
}
