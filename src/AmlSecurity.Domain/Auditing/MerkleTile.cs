using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The address of a tile: up to 256 hashes of one level, kept together (C2SP tlog-tiles).</summary>
/// <remarks>A full tile never changes. Tiles of level L hold nodes of level 8 L. Equal by all members; no order. The
/// default has no hash. Safe for concurrent use.</remarks>
public readonly record struct MerkleTile
{
    /// <summary>The hashes of a full tile.</summary>
    public const int FullWidth = 256;

    private const int Height = 8;

    private MerkleTile(int level, long index, int width)
    {
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>Gets the level of the tile, 0 to 7.</summary>
    public int Level { get; }

    /// <summary>Gets its number on its level, from 0.</summary>
    public long Index { get; }

    /// <summary>Gets how many hashes it has, 1 to <see cref="FullWidth"/>.</summary>
    public int Width { get; }

    /// <summary>Gets where the tile stands under the prefix of a log, such as
    /// <c>tile/0/x001/x234/067.p/8</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder($"{Index % 1000:000}");
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                path.Insert(0, string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/"));
            }

            var part = Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
            return string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{path}{part}");
        }
    }

    /// <summary>Finds the tile that holds a node, or the nodes below it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="size">How many leaves the tree has; the node is in it.</param>
    /// <returns>The tile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The node is not, or not yet, full in a tree of that
    /// size.</exception>
    public static MerkleTile Of(MerkleNodeId node, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(node.EndLeaf, size, nameof(node));
        var level = node.Level / Height;
        var index = node.Index >> (Height - (node.Level % Height));
        var hashes = (size >> (Height * level)) - (index * FullWidth);
        return new MerkleTile(level, index, (int)Math.Min(hashes, FullWidth));
    }

    /// <summary>Gets the hash of a node from the hashes of its tile.</summary>
    /// <param name="node">The node, of which this is the tile.</param>
    /// <param name="hashes">The hashes of the tile, <see cref="Width"/> of them.</param>
    /// <returns>The hash, computed if the node lies above the hashes.</returns>
    /// <exception cref="ArgumentException">This is not the tile of the node, or the hashes are more or
    /// fewer.</exception>
    public Hash256 Find(MerkleNodeId node, params ReadOnlySpan<Hash256> hashes)
    {
        if (hashes.Length != Width)
        {
            throw new ArgumentException($"the tile has {Width} hashes", nameof(hashes));
        }

        var above = node.Level % Height;
        var first = (node.Index << above) - (Index * FullWidth);
        if (node.Level / Height != Level || first < 0 || first + (1 << above) > Width)
        {
            throw new ArgumentException("the node is in another tile", nameof(node));
        }

        var below = hashes.Slice((int)first, 1 << above).ToArray();
        for (var count = below.Length / 2; count > 0; count /= 2)
        {
            for (var at = 0; at < count; at++)
            {
                below[at] = MerkleTree.HashNode(below[2 * at], below[(2 * at) + 1]);
            }
        }

        return below[0];
    }
}
