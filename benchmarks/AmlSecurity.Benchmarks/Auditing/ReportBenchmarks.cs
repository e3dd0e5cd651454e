using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Auditing;

/// <summary>Verifies 1,048,576 records of about 300 bytes. The floor hashes each and a node, by the platform's one-shot
/// call.</summary>
[MemoryDiagnoser]
public class ReportBenchmarks
{
    private const int Count = 1 << 20;
    private const int Altered = 777_777;

    private readonly byte[] _input = new byte[1_024];
    private readonly byte[] _node = new byte[65];
    private readonly byte[] _hash = new byte[32];
    private ReadOnlyMemory<byte>[] _records = [];
    private ReadOnlyMemory<byte>[] _damaged = [];
    private AuditEvidence _evidence = AuditEvidence.Nothing;

    [GlobalSetup]
    public void Setup()
    {
        _records = AuditSamples.Records(Count);
        _evidence = new AuditEvidence { LeafHashes = [.. _records.Select(record => MerkleTree.HashLeaf(record.Span))] };
        _damaged = [.. _records];
        var altered = _records[Altered].ToArray();
        altered[20] ^= 1;
        _damaged[Altered] = altered;
        var report = ReportOfOneAltered();
        if (!Report().IsSound || report.FirstAltered != Altered || report.AlteredCount != 1
            || Hash().Root != Report().Tree.Root)
        {
            throw new InvalidOperationException("the report is wrong");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void Floor()
    {
        foreach (var record in _records)
        {
            record.Span.CopyTo(_input.AsSpan(1));
            SHA256.HashData(_input.AsSpan(0, 1 + record.Length), _hash);
            SHA256.HashData(_node, _hash);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public CompactRange Hash() => AuditVerifier.Hash(_records, CompactRange.Empty);

    [Benchmark(OperationsPerInvoke = Count)]
    public AuditReport Report() => AuditVerifier.Verify(_records, _evidence);

    [Benchmark(OperationsPerInvoke = Count)]
    public AuditReport ReportOfOneAltered() => AuditVerifier.Verify(_damaged, _evidence);

    [Benchmark(OperationsPerInvoke = Count)]
    public CompactRange HashOnTwoThreads() => AuditVerifier.Hash(_records, CompactRange.Empty, degree: 2);

    [Benchmark(OperationsPerInvoke = Count)]
    public AuditReport ReportOnTwoThreads() => AuditVerifier.Verify(_records, _evidence, degree: 2);
}
