using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Auditing;

/// <summary>Proofs in a tree of 1,048,576 leaves. The floor hashes the 20 nodes of an inclusion proof.</summary>
[MemoryDiagnoser]
public class ProofBenchmarks
{
    private const int Count = 1 << 20;
    private const int Index = 777_777;

    private readonly byte[] _node = new byte[65];
    private readonly byte[] _hash = new byte[32];
    private RetainedTree _tree = new(CompactRange.Empty, []);
    private ImmutableArray<Hash256> _proof = [];
    private Hash256 _leaf;
    private Hash256 _root;

    [GlobalSetup]
    public void Setup()
    {
        var leaves = ImmutableArray.CreateRange(
            Enumerable.Range(0, Count).Select(at => MerkleTree.HashLeaf(BitConverter.GetBytes(at))));
        _tree = new RetainedTree(CompactRange.Empty, leaves);
        _leaf = leaves[Index];
        _root = _tree.Root;
        _proof = Prove();
        if (!Check() || _proof.Length != 20)
        {
            throw new InvalidOperationException("the proof is wrong");
        }
    }

    [Benchmark(Baseline = true)]
    public void Floor()
    {
        for (var node = 0; node < 20; node++)
        {
            SHA256.HashData(_node, _hash);
        }
    }

    [Benchmark]
    public bool Check() => MerkleProof.VerifyInclusion(_leaf, Index, Count, _root, _proof.AsSpan());

    [Benchmark]
    public ImmutableArray<Hash256> Prove() => _tree.ProveInclusion(Index, Count);
}
