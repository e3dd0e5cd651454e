using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Proofs of every size up to 300, beside the recursive definitions.</summary>
public sealed class MerkleProofTests
{
    private const int Largest = 300;

    private static readonly Hash256[] Leaves = NaiveTree.Leaves(Largest);

    [Fact]
    public void A_leaf_and_a_node_are_hashed_behind_their_own_prefix()
    {
        Assert.Equal(new Hash256(SHA256.HashData([0x00, 1, 2])), MerkleTree.HashLeaf([1, 2]));
        Assert.Equal(new Hash256(SHA256.HashData([0x00])), MerkleTree.HashLeaf([]));
        Assert.Equal(NaiveTree.Node(Leaves[0], Leaves[1]), MerkleTree.HashNode(Leaves[0], Leaves[1]));
        Assert.Equal(
            new Hash256(SHA256.HashData([0x00, .. new byte[5_000]])), MerkleTree.HashLeaf(new byte[5_000]));
    }

    [Fact]
    public void Every_inclusion_proof_up_to_300_leaves_is_that_of_the_standard_and_is_verified()
    {
        var tree = new RetainedTree(CompactRange.Empty, [.. Leaves]);
        for (var size = 1; size <= Largest; size++)
        {
            var root = NaiveTree.Root(Leaves.AsSpan(0, size));
            for (var index = 0; index < size; index++)
            {
                var proof = tree.ProveInclusion(index, size);
                Assert.True(MerkleProof.VerifyInclusion(Leaves[index], index, size, root, proof.AsSpan()));
                if (size % 37 == 0 || size < 20)
                {
                    Assert.Equal(NaiveTree.Path(index, Leaves.AsSpan(0, size)), proof.AsEnumerable());
                }
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_up_to_300_leaves_is_that_of_the_standard_and_is_verified()
    {
        var tree = new RetainedTree(CompactRange.Empty, [.. Leaves]);
        var roots = Enumerable.Range(0, Largest + 1).Select(size => NaiveTree.Root(Leaves.AsSpan(0, size))).ToArray();
        for (var size2 = 1; size2 <= Largest; size2++)
        {
            for (var size1 = 1; size1 <= size2; size1++)
            {
                var proof = tree.ProveConsistency(size1, size2);
                Assert.True(
                    MerkleProof.VerifyConsistency(size1, size2, roots[size1], roots[size2], proof.AsSpan()));
                if (size2 % 37 == 0 || size2 < 20)
                {
                    Assert.Equal(NaiveTree.Consistency(size1, Leaves.AsSpan(0, size2)), proof.AsEnumerable());
                }
            }
        }
    }

    [Fact]
    public void A_proof_of_another_leaf_place_size_root_or_length_is_refused()
    {
        var tree = new RetainedTree(CompactRange.Empty, [.. Leaves.Take(21)]);
        var root = tree.Root;
        for (var index = 0; index < 21; index++)
        {
            var proof = tree.ProveInclusion(index, 21);
            for (var other = 0; other < 21; other++)
            {
                Assert.Equal(
                    other == index, MerkleProof.VerifyInclusion(Leaves[index], other, 21, root, proof.AsSpan()));
                Assert.Equal(
                    other == index, MerkleProof.VerifyInclusion(Leaves[other], index, 21, root, proof.AsSpan()));
            }

            Assert.False(MerkleProof.VerifyInclusion(Leaves[index], index, 21, Leaves[0], proof.AsSpan()));
            Assert.False(MerkleProof.VerifyInclusion(Leaves[index], index, 21, root, [.. proof, root]));
            Assert.False(MerkleProof.VerifyInclusion(Leaves[index], index, 21, root, proof[..^1].AsSpan()));
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void A_leaf_that_no_tree_has_is_in_none(long index, long size) =>
        Assert.False(MerkleProof.VerifyInclusion(Leaves[0], index, size, Leaves[0]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(-1, 1)]
    public void Sizes_that_prove_nothing_are_refused(long size1, long size2) =>
        Assert.False(MerkleProof.VerifyConsistency(size1, size2, MerkleTree.EmptyRoot, MerkleTree.EmptyRoot));

    [Fact]
    public void A_consistency_proof_that_is_altered_longer_or_shorter_is_refused()
    {
        var tree = new RetainedTree(CompactRange.Empty, [.. Leaves.Take(21)]);
        for (var size = 1; size < 21; size++)
        {
            var older = NaiveTree.Root(Leaves.AsSpan(0, size));
            var proof = tree.ProveConsistency(size, 21);
            Assert.False(MerkleProof.VerifyConsistency(size, 21, older, tree.Root, [.. proof, older]));
            Assert.False(MerkleProof.VerifyConsistency(size, 21, older, tree.Root, proof[..^1].AsSpan()));
            Assert.False(MerkleProof.VerifyConsistency(size, 21, tree.Root, older, proof.AsSpan()));
            for (var at = 0; at < proof.Length; at++)
            {
                var altered = proof.SetItem(at, Leaves[299]);
                Assert.False(MerkleProof.VerifyConsistency(size, 21, older, tree.Root, altered.AsSpan()));
            }
        }
    }

    [Fact]
    public void A_plan_of_the_largest_tree_is_made_in_no_time_and_names_full_nodes()
    {
        var plan = MerkleProofPlan.OfInclusion(5, MerkleTree.MaximumSize);

        Assert.Equal(63, plan.Groups.Length);
        Assert.All(plan.Nodes, node => Assert.True(node.EndLeaf > node.FirstLeaf));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofPlan.OfInclusion(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofPlan.OfConsistency(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleProofPlan.OfConsistency(6, 5));
        Assert.Throws<ArgumentException>(() => plan.Assemble(Leaves[0]));
        Assert.Equal(plan, MerkleProofPlan.OfInclusion(5, MerkleTree.MaximumSize));
        Assert.Empty(MerkleProofPlan.OfConsistency(7, 7).Nodes);
    }

    [Fact]
    public void Checking_an_inclusion_takes_no_memory()
    {
        var tree = new RetainedTree(CompactRange.Empty, [.. Leaves]);
        var proof = tree.ProveInclusion(7, Largest);
        var root = tree.Root;
        MerkleProof.VerifyInclusion(Leaves[7], 7, Largest, root, proof.AsSpan());
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var turn = 0; turn < 100; turn++)
        {
            MerkleProof.VerifyInclusion(Leaves[7], 7, Largest, root, proof.AsSpan());
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 99);
    }
}
