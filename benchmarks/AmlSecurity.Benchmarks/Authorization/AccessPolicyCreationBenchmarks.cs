using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain.Authorization;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Making a policy of 10,000 assignments from typed values.</summary>
[MemoryDiagnoser]
public class AccessPolicyCreationBenchmarks
{
    private AccessWorkload _workload = null!;

    [Params(0, 5)]
    public int Groups { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = AccessWorkload.Of(Groups);

    [Benchmark]
    public AccessPolicy Create() => _workload.MakePolicy();
}
