namespace AmlSecurity.Domain.Auditing;

/// <summary>Verifies proofs of RFC 9162, sections 2.1.3.2 and 2.1.4.2 (the same as those of RFC 6962).</summary>
/// <remarks>The length of a proof must be exact. Nothing is allocated. Safe for concurrent use.</remarks>
public static class MerkleProof
{
    /// <summary>Determines whether a leaf is in a tree.</summary>
    /// <param name="leaf">The hash of the leaf.</param>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="root">The root of the tree.</param>
    /// <param name="proof">The proof, from the leaf upwards.</param>
    /// <returns><see langword="true"/> if the proof leads from this leaf, at this place, to this root.</returns>
    public static bool VerifyInclusion(
        Hash256 leaf, long index, long size, Hash256 root, params ReadOnlySpan<Hash256> proof)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) != 0 || node == last)
            {
                hash = MerkleTree.HashNode(sibling, hash);
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                hash = MerkleTree.HashNode(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    /// <summary>Determines whether a tree is the beginning of another.</summary>
    /// <param name="size1">How many leaves the older tree has; with 0 nothing is proved, and the proof refused.</param>
    /// <param name="size2">How many leaves the newer tree has.</param>
    /// <param name="root1">The root of the older tree.</param>
    /// <param name="root2">The root of the newer tree.</param>
    /// <param name="proof">The proof; empty if the sizes are equal.</param>
    /// <returns><see langword="true"/> if the proof leads to both roots.</returns>
    public static bool VerifyConsistency(
        long size1, long size2, Hash256 root1, Hash256 root2, params ReadOnlySpan<Hash256> proof)
    {
        if (size1 <= 0 || size1 > size2)
        {
            return false;
        }

        if (size1 == size2)
        {
            return proof.IsEmpty && root1 == root2;
        }

        // An older tree that is one full subtree is its own first node, which the proof leaves out.
        var isFull = (size1 & (size1 - 1)) == 0;
        if (!isFull && proof.IsEmpty)
        {
            return false;
        }

        var (node, last) = (size1 - 1, size2 - 1);
        while ((node & 1) != 0)
        {
            node >>= 1;
            last >>= 1;
        }

        var first = isFull ? root1 : proof[0];
        var (older, newer) = (first, first);
        foreach (var sibling in isFull ? proof : proof[1..])
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) != 0 || node == last)
            {
                older = MerkleTree.HashNode(sibling, older);
                newer = MerkleTree.HashNode(sibling, newer);
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                newer = MerkleTree.HashNode(newer, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && older == root1 && newer == root2;
    }

    // A node at the right edge that is a left child has no sibling: it is the same node one level up.
    private static void SkipLevelsWithoutSibling(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
        {
            node >>= 1;
            last >>= 1;
        }
    }
}
