using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>The tree of RFC 9162, section 2.1, as its recursive definitions stand there.</summary>
internal static class NaiveTree
{
    public static Hash256 Root(ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.IsEmpty ? new Hash256(SHA256.HashData([])) : leaves[0];
        }

        var middle = LargestPowerBelow(leaves.Length);
        return Node(Root(leaves[..middle]), Root(leaves[middle..]));
    }

    public static List<Hash256> Path(int index, ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var middle = LargestPowerBelow(leaves.Length);
        return index < middle
            ? [.. Path(index, leaves[..middle]), Root(leaves[middle..])]
            : [.. Path(index - middle, leaves[middle..]), Root(leaves[..middle])];
    }

    public static List<Hash256> Consistency(int size, ReadOnlySpan<Hash256> leaves) => SubProof(size, leaves, isWhole: true);

    public static Hash256 Node(Hash256 left, Hash256 right) =>
        new(SHA256.HashData([0x01, .. left.Bytes, .. right.Bytes]));

    public static Hash256[] Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new Hash256(SHA256.HashData([0x00, (byte)at, (byte)(at >> 8)])))];

    private static List<Hash256> SubProof(int size, ReadOnlySpan<Hash256> leaves, bool isWhole)
    {
        if (size == leaves.Length)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var middle = LargestPowerBelow(leaves.Length);
        return size <= middle
            ? [.. SubProof(size, leaves[..middle], isWhole), Root(leaves[middle..])]
            : [.. SubProof(size - middle, leaves[middle..], isWhole: false), Root(leaves[..middle])];
    }

    private static int LargestPowerBelow(int count)
    {
        var power = 1;
        while (power * 2 < count)
        {
            power *= 2;
        }

        return power;
    }
}
