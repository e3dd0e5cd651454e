using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Copies of a compiled policy with one change, beside compiling it.</summary>
[MemoryDiagnoser]
public class CompiledPolicyChangeBenchmarks
{
    private const int Round = 4_096;

    private readonly RoleAssignment[] _there = new RoleAssignment[Round];
    private readonly RoleAssignment[] _more = new RoleAssignment[Round];
    private AccessWorkload _workload = null!;
    private CompiledPolicy _policy = null!;
    private int _at;

    [Params(10_000, 100_000, 1_000_000)]
    public int Assignments { get; set; }

    [Params(0, 5)]
    public int Groups { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _workload = AccessWorkload.Of(Groups, Assignments);
        _policy = Compile();
        for (var at = 0; at < Round; at++)
        {
            _there[at] = _workload.Assignments[at * (Assignments / Round)];
            _more[at] = _there[at] with { Id = $"added {at}" };
        }
    }

    [Benchmark(Baseline = true)]
    public CompiledPolicy Compile() => CompiledPolicy.Compile(_workload.Policy, WorkloadRoles.Operations);

    [Benchmark]
    public CompiledPolicy AddAssignment() => _policy.With(_more[_at++ & (Round - 1)]);

    [Benchmark]
    public CompiledPolicy RemoveAssignment() => _policy.Without(_there[_at++ & (Round - 1)]);
}
