namespace AmlSecurity.Domain.Auditing;

/// <summary>A <see cref="CompactRange"/> that grows in place, without allocation.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class CompactRangeBuilder : IDisposable
{
    private readonly Hash256[] _hashes = new Hash256[64];
    private int _count;

    public CompactRangeBuilder(CompactRange start)
    {
        Size = start.Size;
        start.Hashes.CopyTo(_hashes);
        _count = start.Hashes.Length;
    }

    public long Size { get; private set; }

    public MerkleHasher Hasher { get; } = new();

    public Hash256 Root
    {
        get
        {
            if (_count == 0)
            {
                return MerkleTree.EmptyRoot;
            }

            var root = _hashes[_count - 1];
            for (var at = _count - 2; at >= 0; at--)
            {
                root = Hasher.HashNode(_hashes[at], root);
            }

            return root;
        }
    }

    public void Append(in Hash256 leaf) => AppendSubtree(0, leaf);

    /// <summary>Adds the root of a full subtree; the size must be a multiple of its number of leaves.</summary>
    public void AppendSubtree(int level, in Hash256 subtree)
    {
        var leaves = 1L << level;
        if (Size > MerkleTree.MaximumSize - leaves)
        {
            throw new InvalidOperationException("the tree has no room for more leaves");
        }

        // Each one at the end of the size, in binary, is a subtree that the new one completes.
        var hash = subtree;
        for (var ones = Size >> level; (ones & 1) != 0; ones >>= 1)
        {
            hash = Hasher.HashNode(_hashes[--_count], hash);
        }

        _hashes[_count++] = hash;
        Size += leaves;
    }

    public CompactRange ToRange() => CompactRange.Of(Size, _hashes.AsSpan(0, _count));

    public void Dispose() => Hasher.Dispose();
}
