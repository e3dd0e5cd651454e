using System.Numerics;
using AmlSecurity.Domain.Auditing;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class CompactRangeTests
{
    private static readonly Hash256[] Leaves = NaiveTree.Leaves(300);

    [Fact]
    public void It_has_the_root_of_the_standard_at_every_size_and_as_many_hashes_as_the_size_has_ones()
    {
        var range = CompactRange.Empty;
        Assert.Equal(MerkleTree.EmptyRoot, range.Root);
        for (var size = 1; size <= Leaves.Length; size++)
        {
            range = range.Append(Leaves[size - 1]);
            Assert.Equal(size, range.Size);
            Assert.Equal(BitOperations.PopCount((uint)size), range.Hashes.Length);
            Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, size)), range.Root);
        }
    }

    [Property]
    public bool Many_at_once_are_the_same_as_one_after_the_other(byte first, byte second)
    {
        var before = CompactRange.Empty.AppendMany(Leaves.AsSpan(0, first % 150));
        var added = Leaves.AsSpan(first % 150, second % 150);
        var oneByOne = before;
        foreach (var leaf in added)
        {
            oneByOne = oneByOne.Append(leaf);
        }

        return before.AppendMany(added).Equals(oneByOne)
            && oneByOne.Equals(CompactRange.Empty.AppendMany(Leaves.AsSpan(0, (first % 150) + (second % 150))));
    }

    [Fact]
    public void It_is_taken_up_again_from_its_size_and_hashes()
    {
        var range = CompactRange.Empty.AppendMany(Leaves.AsSpan(0, 77));

        Assert.Equal(range, CompactRange.Create(range.Size, range.Hashes));
        Assert.Equal(range.GetHashCode(), CompactRange.Create(range.Size, range.Hashes).GetHashCode());
        Assert.NotEqual(range, CompactRange.Create(range.Size, range.Hashes.Reverse()));
        Assert.Throws<ArgumentException>(() => CompactRange.Create(76, range.Hashes));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompactRange.Create(-1));
    }

    [Fact]
    public void The_largest_tree_takes_no_further_leaf()
    {
        var full = CompactRange.Create(MerkleTree.MaximumSize, Leaves.Take(63));

        Assert.Equal(63, full.Hashes.Length);
        Assert.Throws<InvalidOperationException>(() => full.Append(Leaves[0]));
        Assert.NotEqual(default, full.Root);
    }
}
