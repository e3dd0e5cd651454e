using AmlSecurity.Benchmarks.Authorization.Floors;
using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain.Authorization;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>One decision on 10,000 assignments, beside data structures that only answer the same requests.</summary>
[MemoryDiagnoser]
public class AccessPolicyBenchmarks
{
    // A power of two, so that the next request costs no division.
    private const int Round = 4_096;

    private readonly Ask[] _asks = new Ask[Round];
    private AccessPolicy _policy = null!;
    private DenseBitmap _bitmap = null!;
    private OpenAddressingTable _openAddressing = null!;
    private FrozenPairs _frozen = null!;
    private RawPairs _rawPairs = null!;
    private RawScopeWalk _rawScopeWalk = null!;
    private int _at;

    [Params(0, 5)]
    public int Groups { get; set; }

    [Params(Outcome.Allowed, Outcome.Denied)]
    public Outcome Outcome { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var workload = AccessWorkload.Of(Groups);
        _policy = workload.Policy;
        _bitmap = new DenseBitmap(workload);
        _openAddressing = new OpenAddressingTable(workload);
        _frozen = new FrozenPairs(workload);
        _rawPairs = new RawPairs(workload);
        _rawScopeWalk = new RawScopeWalk(workload);
        Check(workload);
        var asks = workload.Asks(Outcome);
        for (var at = 0; at < Round; at++)
        {
            _asks[at] = asks[at % asks.Length];
        }
    }

    [Benchmark(Baseline = true)]
    public bool FloorDenseBitmap() => _bitmap.Allows(Next());

    [Benchmark]
    public bool FloorOpenAddressing() => _openAddressing.Allows(Next());

    [Benchmark]
    public bool FloorFrozenStructKey() => _frozen.Allows(Next());

    [Benchmark]
    public bool FloorRawStrings() => _rawPairs.Allows(Next());

    [Benchmark]
    public bool FloorRawStringsScopeWalk() => _rawScopeWalk.Allows(Next());

    [Benchmark]
    public AccessDecision Decide() => _policy.Decide(Next().Request);

    [Benchmark]
    public AccessExplanation Explain() => _policy.Explain(Next().Request);

    private Ask Next() => _asks[_at++ & (Round - 1)];

    // A floor that answers otherwise is no floor.
    private void Check(AccessWorkload workload)
    {
        IFloor[] floors = [_bitmap, _openAddressing, _frozen, _rawPairs, _rawScopeWalk];
        foreach (var floor in floors)
        {
            if (!workload.Allowed.All(floor.Allows) || workload.Denied.Any(floor.Allows))
            {
                throw new InvalidOperationException($"`{floor.GetType().Name}` does not answer as the policy does");
            }
        }
    }
}
