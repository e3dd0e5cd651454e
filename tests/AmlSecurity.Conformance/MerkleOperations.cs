using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Conformance;

/// <summary>The operations on Merkle trees and their proofs.</summary>
internal static class MerkleOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("merkle.root", Root),
        new("merkle.inclusion.verify", VerifyInclusion),
        new("merkle.consistency.verify", VerifyConsistency),
        new("merkle.inclusion.prove", ProveInclusion),
        new("merkle.consistency.prove", ProveConsistency),
    ];

    /// <summary>Gets a hash, which has 32 bytes.</summary>
    public static Hash256 Hash(Arguments owner, string name) => ToHash(owner, name, owner.Text(name));

    /// <summary>Gets a list of hashes.</summary>
    public static ImmutableArray<Hash256> Hashes(Arguments owner, string name) =>
        [.. owner.Texts(name).Select((digits, at) => ToHash(owner, $"{name}[{at}]", digits))];

    private static JsonObject Root(Arguments request) =>
        new() { ["root"] = $"{TreeOf(request).Root}" };

    private static JsonObject VerifyInclusion(Arguments request) => Valid(
        AreHashes(request, "leafHash", "root")
        && ProofOf(request) is { } proof
        && MerkleProof.VerifyInclusion(
            Hash(request, "leafHash"),
            Number(request, "index"),
            Number(request, "size"),
            Hash(request, "root"),
            proof.AsSpan()));

    // The published vectors hold roots that are no hashes, to show where a root does not matter but that it is equal.
    private static JsonObject VerifyConsistency(Arguments request)
    {
        var (size1, size2) = (Number(request, "size1"), Number(request, "size2"));
        return Valid(ProofOf(request) is { } proof && (AreHashes(request, "root1", "root2")
            ? MerkleProof.VerifyConsistency(
                size1, size2, Hash(request, "root1"), Hash(request, "root2"), proof.AsSpan())
            : size1 > 0 && size1 == size2 && proof.IsEmpty
                && request.Bytes("root1").AsSpan().SequenceEqual(request.Bytes("root2"))));
    }

    // A proof with an element that is no hash is refused, not malformed.
    private static ImmutableArray<Hash256>? ProofOf(Arguments request)
    {
        var elements = request.Texts("proof").Select((digits, at) => ToBytes(request, $"proof[{at}]", digits)).ToList();
        return elements.TrueForAll(bytes => bytes.Length == Hash256.Length)
            ? [.. elements.Select(bytes => new Hash256(bytes))]
            : null;
    }

    // Up to 2^64 - 1, as in the vectors; what no tree has is -1.
    private static long Number(Arguments request, string name) =>
        ulong.TryParse(request.Document(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number > long.MaxValue ? -1 : (long)number
            : request.Count(name);

    private static JsonObject ProveInclusion(Arguments request)
    {
        var tree = TreeOf(request);
        var index = request.Count("index");
        return index < tree.Size
            ? Proof(tree.ProveInclusion(index, tree.Size))
            : throw OperationException.Malformed("there is no such leaf");
    }

    private static JsonObject ProveConsistency(Arguments request)
    {
        var tree = TreeOf(request);
        var size1 = request.Count("size1");
        var size2 = request.Has("size2") ? request.Count("size2") : tree.Size;
        return size1 >= 1 && size1 <= size2 && size2 <= tree.Size
            ? Proof(tree.ProveConsistency(size1, size2))
            : throw OperationException.Malformed("the sizes are not 1 <= size1 <= size2 <= number of leaves");
    }

    private static RetainedTree TreeOf(Arguments request) => new(
        CompactRange.Empty,
        [.. request.Texts("leaves").Select((digits, at) => MerkleTree.HashLeaf(ToBytes(request, $"leaves[{at}]", digits)))]);

    private static bool AreHashes(Arguments request, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (request.Bytes(name).Length != Hash256.Length)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonObject Valid(bool isValid) => new() { ["valid"] = isValid };

    private static JsonObject Proof(ImmutableArray<Hash256> proof) =>
        new JsonObject().WithTexts("proof", proof.Select(hash => $"{hash}"));

    private static byte[] ToBytes(Arguments owner, string name, string digits)
    {
        try
        {
            return Convert.FromHexString(digits);
        }
        catch (FormatException)
        {
            throw owner.Malformed(name, digits, "it is not an even number of hexadecimal digits");
        }
    }

    private static Hash256 ToHash(Arguments owner, string name, string digits) =>
        ToBytes(owner, name, digits) is { Length: Hash256.Length } bytes
            ? new Hash256(bytes)
            : throw owner.Malformed(name, digits, $"it is not {Hash256.Length} bytes");
}
