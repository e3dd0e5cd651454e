using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class MerkleTileTests
{
    [Theory]
    [InlineData(0, 0, 1, "tile/0/000.p/1")]
    [InlineData(0, 255, 256, "tile/0/000")]
    [InlineData(0, 256, 300, "tile/0/001.p/44")]
    [InlineData(3, 0, 300, "tile/0/000")]
    [InlineData(8, 0, 256, "tile/1/000.p/1")]
    [InlineData(8, 1, 70_000, "tile/1/000")]
    [InlineData(8, 256, 70_000, "tile/1/001.p/17")]
    [InlineData(0, 315_921_160, 315_921_161, "tile/0/x001/x234/067.p/9")]
    [InlineData(16, 0, 70_000, "tile/2/000.p/1")]
    public void A_node_stands_in_the_tile_of_its_level_and_number(int level, long index, long size, string path) =>
        Assert.Equal(path, MerkleTile.Of(new MerkleNodeId(level, index), size).Path);

    [Fact]
    public void A_node_is_made_of_the_hashes_of_its_tile()
    {
        var leaves = NaiveTree.Leaves(300);

        for (var level = 0; level < 8; level++)
        {
            for (var index = 0; (index + 1) << level <= 300; index++)
            {
                var node = new MerkleNodeId(level, index);
                var tile = MerkleTile.Of(node, 300);
                var hashes = leaves.AsSpan((int)tile.Index * MerkleTile.FullWidth, tile.Width);
                Assert.Equal(NaiveTree.Root(leaves.AsSpan(index << level, 1 << level)), tile.Find(node, hashes));
            }
        }
    }

    [Fact]
    public void A_node_that_the_tree_has_not_and_hashes_of_another_number_are_a_callers_mistake()
    {
        var leaves = NaiveTree.Leaves(4);
        var tile = MerkleTile.Of(new MerkleNodeId(0, 3), 4);

        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTile.Of(new MerkleNodeId(3, 0), 7));
        Assert.Throws<ArgumentException>(() => tile.Find(new MerkleNodeId(0, 3), leaves.AsSpan(0, 3)));
        Assert.Throws<ArgumentException>(() => tile.Find(new MerkleNodeId(3, 0), leaves));
        Assert.Throws<ArgumentException>(() => tile.Find(new MerkleNodeId(8, 0), leaves));
        Assert.Throws<ArgumentException>(() => tile.Find(new MerkleNodeId(0, 4), leaves));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(63, 0)]
    [InlineData(0, -1)]
    [InlineData(62, 1)]
    [InlineData(0, long.MaxValue)]
    public void A_node_that_no_tree_has_has_no_name(int level, long index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MerkleNodeId(level, index));

    [Fact]
    public void A_node_knows_its_leaves()
    {
        var node = new MerkleNodeId(3, 17);

        Assert.Equal((136L, 144L, "3:17"), (node.FirstLeaf, node.EndLeaf, node.ToString()));
    }
}
