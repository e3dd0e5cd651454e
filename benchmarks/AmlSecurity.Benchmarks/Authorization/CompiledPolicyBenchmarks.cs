using AmlSecurity.Benchmarks.Authorization.Floors;
using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>The doors of the compiled policy beside data structures that only answer the same requests.</summary>
/// <remarks>
/// The bitmap is measured at 10,000 assignments by <see cref="AccessPolicyBenchmarks"/>; at 1,000,000 it would take
/// 44 GB.
/// </remarks>
[MemoryDiagnoser]
public class CompiledPolicyBenchmarks
{
    private const int Round = 4_096;

    private readonly Ask[] _asks = new Ask[Round];
    private readonly AccessCheck[] _checks = new AccessCheck[Round];
    private readonly Verdict[] _verdicts = new Verdict[Round];
    private CompiledPolicy _policy = null!;
    private OpenAddressingTable _openAddressing = null!;
    private FrozenPairs _frozen = null!;
    private RawScopeWalk _rawScopeWalk = null!;
    private int _at;

    [Params(10_000, 100_000, 1_000_000)]
    public int Assignments { get; set; }

    [Params(0, 5)]
    public int Groups { get; set; }

    [Params(Outcome.Allowed, Outcome.Denied)]
    public Outcome Outcome { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var workload = AccessWorkload.Of(Groups, Assignments);
        _policy = CompiledPolicy.Compile(workload.Policy, WorkloadRoles.Operations);
        _openAddressing = new OpenAddressingTable(workload);
        _frozen = new FrozenPairs(workload);
        _rawScopeWalk = new RawScopeWalk(workload);
        var asks = workload.Asks(Outcome);
        for (var at = 0; at < Round; at++)
        {
            var ask = _asks[at] = asks[at % asks.Length];
            _checks[at] = new AccessCheck(
                _policy.Resolve(ask.Request.Principal),
                _policy.Resolve(ask.Request.Action, ask.Request.Plane),
                _policy.Resolve(ask.Request.Scope));
            if (!Answers(ask, _checks[at], Outcome == Outcome.Allowed))
            {
                throw new InvalidOperationException("a contestant does not answer as the policy does");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public bool FloorOpenAddressing() => _openAddressing.Allows(NextAsk());

    [Benchmark]
    public bool FloorFrozenStructKey() => _frozen.Allows(NextAsk());

    [Benchmark]
    public bool FloorRawStringsScopeWalk() => _rawScopeWalk.Allows(NextAsk());

    [Benchmark]
    public bool Handles() => _policy.Decide(in _checks[_at++ & (Round - 1)]).IsAllowed;

    [Benchmark(OperationsPerInvoke = Round)]
    public void Many() => _policy.DecideMany(_checks, _verdicts);

    [Benchmark]
    public bool Typed() => _policy.Decide(NextAsk().Request).IsAllowed;

    [Benchmark]
    public bool Texts()
    {
        var ask = NextAsk();
        return _policy.Decide(ask.PrincipalText, ask.ActionText, Plane.Control, ask.ScopeText).IsAllowed;
    }

    private Ask NextAsk() => _asks[_at++ & (Round - 1)];

    private bool Answers(Ask ask, AccessCheck check, bool expected) =>
        _openAddressing.Allows(ask) == expected
        && _frozen.Allows(ask) == expected
        && _rawScopeWalk.Allows(ask) == expected
        && _policy.Decide(in check).IsAllowed == expected
        && _policy.Decide(ask.Request).IsAllowed == expected
        && _policy.Decide(ask.PrincipalText, ask.ActionText, Plane.Control, ask.ScopeText).IsAllowed == expected;
}
