using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>The proofs of transparency-dev/merkle: 196 of them, right and wrong.</summary>
public sealed class MerkleVectorTests
{
    private const string Folder = "audit/merkle";

    [VectorFact(Folder)]
    public void Every_published_proof_is_as_stated()
    {
        var files = Directory.GetFiles(OutsideVectors.PathOf(Folder), "*.json", SearchOption.AllDirectories);
        var wrong = files.Where(file => !IsAsStated(file)).ToList();

        Assert.Empty(wrong);
        Assert.Equal(196, files.Length);
    }

    private static bool IsAsStated(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var one = document.RootElement;
        var proof = one.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(HashOf).ToArray()
            : [];
        var isValid = one.TryGetProperty("size1", out _)
            ? MerkleProof.VerifyConsistency(
                NumberOf(one, "size1"),
                NumberOf(one, "size2"),
                HashOf(one.GetProperty("root1")),
                HashOf(one.GetProperty("root2")),
                proof)
            : IsHash(one, "leafHash") && IsHash(one, "root") && MerkleProof.VerifyInclusion(
                HashOf(one.GetProperty("leafHash")),
                NumberOf(one, "leafIdx"),
                NumberOf(one, "treeSize"),
                HashOf(one.GetProperty("root")),
                proof);
        return isValid != one.GetProperty("wantErr").GetBoolean();
    }

    // The vectors count to 2^64 - 1; this library ends at 2^63 - 1, and what is beyond is the place of nothing.
    private static long NumberOf(JsonElement one, string name) =>
        one.GetProperty(name).GetUInt64() is var number && number > long.MaxValue ? -1 : (long)number;

    private static bool IsHash(JsonElement one, string name) =>
        one.GetProperty(name) is { ValueKind: JsonValueKind.String } text
        && text.GetBytesFromBase64().Length == Hash256.Length;

    // Some roots say "don't care" in 12 bytes; zeros behind them change nothing about which
    // are equal. Some proofs have an element of no byte, which the same makes a wrong one.
    private static Hash256 HashOf(JsonElement element)
    {
        var bytes = element.ValueKind == JsonValueKind.String ? element.GetBytesFromBase64() : [];
        Array.Resize(ref bytes, Hash256.Length);
        return new Hash256(bytes);
    }
}
