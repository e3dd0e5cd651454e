using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Trees whose older leaves are deleted.</summary>
public sealed class RetainedTreeTests
{
    private static readonly Hash256[] Leaves = NaiveTree.Leaves(70);

    [Fact]
    public void Whatever_is_deleted_every_kept_leaf_and_every_growth_is_proved()
    {
        for (var start = 0; start <= Leaves.Length; start++)
        {
            var tree = Retain(start);
            Assert.Equal(NaiveTree.Root(Leaves), tree.Root);
            for (var size = Math.Max(start, 1); size <= Leaves.Length; size += 3)
            {
                var root = NaiveTree.Root(Leaves.AsSpan(0, size));
                Assert.True(MerkleProof.VerifyConsistency(
                    size, Leaves.Length, root, tree.Root, tree.ProveConsistency(size, Leaves.Length).AsSpan()));
                for (var index = start; index < size; index++)
                {
                    Assert.True(MerkleProof.VerifyInclusion(
                        Leaves[index], index, size, root, tree.ProveInclusion(index, size).AsSpan()));
                }
            }
        }
    }

    [Fact]
    public void A_node_is_found_if_it_can_be_made_of_what_is_kept()
    {
        var tree = Retain(6);

        Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, 4)), tree.Find(new MerkleNodeId(2, 0)));
        Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, 8)), tree.Find(new MerkleNodeId(3, 0)));
        Assert.Equal(NaiveTree.Root(Leaves.AsSpan(64, 4)), tree.Find(new MerkleNodeId(2, 16)));
        Assert.Equal(Leaves[6], tree.Find(new MerkleNodeId(0, 6)));
        Assert.Null(tree.Find(new MerkleNodeId(0, 5)));
        Assert.Null(tree.Find(new MerkleNodeId(1, 1)));
        Assert.Null(tree.Find(new MerkleNodeId(3, 8)));
    }

    [Fact]
    public void What_is_not_kept_cannot_be_proved()
    {
        var tree = Retain(6);

        Assert.Equal((6L, 70L), (tree.FirstRetained, tree.Size));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveInclusion(5, 70));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveInclusion(6, 71));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveConsistency(5, 70));
    }

    private static RetainedTree Retain(int start) =>
        new(CompactRange.Empty.AppendMany(Leaves.AsSpan(0, start)), [.. Leaves.Skip(start)]);
}
