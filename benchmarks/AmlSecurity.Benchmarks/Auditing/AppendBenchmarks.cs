using System.Security.Cryptography;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Auditing;

/// <summary>Appends records of about 300 bytes. The floor hashes bytes that are already there: one leaf and one node a
/// record, by the platform's one-shot call.</summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private const int Count = 1_024;

    private readonly byte[] _leaf = [0, .. AuditSamples.Records(1)[0].Span];
    private readonly byte[] _node = new byte[65];
    private readonly AuditWriter _writer = new(AuditLog.Empty);
    private readonly byte[] _hash = new byte[32];
    private AuditLog _log = AuditLog.Empty;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void Floor()
    {
        for (var turn = 0; turn < Count; turn++)
        {
            SHA256.HashData(_leaf, _hash);
            SHA256.HashData(_node, _hash);
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public AppendReceipt Writer()
    {
        AppendReceipt receipt = default;
        for (var turn = 0; turn < Count; turn++)
        {
            receipt = _writer.Append(AuditSamples.Event, AuditSamples.Start).Expect();
        }

        return receipt;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public AuditLog Values()
    {
        for (var turn = 0; turn < Count; turn++)
        {
            _log = _log.Append(AuditSamples.Event, AuditSamples.Start).Expect().Next;
        }

        return _log;
    }
}
