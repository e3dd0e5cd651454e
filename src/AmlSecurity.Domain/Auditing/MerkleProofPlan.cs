using System.Collections.Immutable;
using System.Numerics;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Which nodes make up a proof, as data: whoever stores the tree fetches them, by tile or otherwise.</summary>
/// <remarks>Equal by its nodes and groups; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record MerkleProofPlan
{
    private MerkleProofPlan(ImmutableArray<MerkleNodeId> nodes, ImmutableArray<int> groups)
    {
        Nodes = nodes;
        Groups = groups;
    }

    /// <summary>Gets the nodes to fetch, in this order.</summary>
    public ImmutableArray<MerkleNodeId> Nodes { get; }

    /// <summary>Gets how many of the nodes make up each hash of the proof: mostly one; several at the right edge of the
    /// tree, where a subtree is not full.</summary>
    public ImmutableArray<int> Groups { get; }

    /// <summary>Plans a proof that a leaf is in a tree (RFC 9162, section 2.1.3.1).</summary>
    /// <param name="index">The number of the leaf.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static MerkleProofPlan OfInclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = new List<(long Begin, long End)>();
        Descend(0, size, (begin, end) => end - begin > 1, (middle, _) => index < middle, ranges);
        ranges.Reverse();
        return Of(ranges);
    }

    /// <summary>Plans a proof that a tree is the beginning of another (RFC 9162, section 2.1.4.1).</summary>
    /// <param name="size1">How many leaves the older tree has, 1 or more.</param>
    /// <param name="size2">How many leaves the newer tree has.</param>
    /// <returns>The plan; without nodes if the sizes are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is empty or the larger one.</exception>
    public static MerkleProofPlan OfConsistency(long size1, long size2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size1, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size1, size2);
        var ranges = new List<(long Begin, long End)>();
        var (begin, end) = Descend(0, size2, (_, end) => end != size1, (middle, _) => size1 <= middle, ranges);

        // The older tree as a whole is known to whoever asks.
        if (begin != 0)
        {
            ranges.Add((begin, end));
        }

        ranges.Reverse();
        return Of(ranges);
    }

    /// <summary>Makes the proof from the nodes that were fetched.</summary>
    /// <param name="hashes">The hashes of <see cref="Nodes"/>, in their order.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public ImmutableArray<Hash256> Assemble(params ReadOnlySpan<Hash256> hashes)
    {
        if (hashes.Length != Nodes.Length)
        {
            throw new ArgumentException($"the proof is made of {Nodes.Length} nodes", nameof(hashes));
        }

        var proof = ImmutableArray.CreateBuilder<Hash256>(Groups.Length);
        foreach (var group in Groups)
        {
            var hash = hashes[group - 1];
            for (var at = group - 2; at >= 0; at--)
            {
                hash = MerkleTree.HashNode(hashes[at], hash);
            }

            proof.Add(hash);
            hashes = hashes[group..];
        }

        return proof.MoveToImmutable();
    }

    /// <summary>Determines whether two plans are the same.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns><see langword="true"/> if nodes and groups are equal.</returns>
    public bool Equals(MerkleProofPlan? other) =>
        other is not null && Nodes.SequenceEqual(other.Nodes) && Groups.SequenceEqual(other.Groups);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Nodes.Length, Nodes.IsEmpty ? default : Nodes[0]);

    // From the root downwards, noting the half that is left aside at each step.
    private static (long Begin, long End) Descend(
        long begin,
        long end,
        Func<long, long, bool> goesOn,
        Func<long, long, bool> goesLeft,
        List<(long Begin, long End)> aside)
    {
        while (goesOn(begin, end))
        {
            // The largest power of two below the number of leaves.
            var middle = begin + (1L << BitOperations.Log2((ulong)(end - begin - 1)));
            if (goesLeft(middle, end))
            {
                aside.Add((middle, end));
                end = middle;
            }
            else
            {
                aside.Add((begin, middle));
                begin = middle;
            }
        }

        return (begin, end);
    }

    private static MerkleProofPlan Of(List<(long Begin, long End)> ranges)
    {
        var nodes = ImmutableArray.CreateBuilder<MerkleNodeId>();
        var groups = ImmutableArray.CreateBuilder<int>(ranges.Count);
        foreach (var (begin, end) in ranges)
        {
            var before = nodes.Count;
            MerkleNodeId.Cover(begin, end, nodes);
            groups.Add(nodes.Count - before);
        }

        return new MerkleProofPlan(nodes.ToImmutable(), groups.MoveToImmutable());
    }
}
