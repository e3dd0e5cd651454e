using System.Collections.Immutable;
using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Compiling 928 roles over 10,852 operations, beside asking each role about each operation.</summary>
[MemoryDiagnoser]
public class RoleCompilationBenchmarks
{
    private ImmutableArray<ActionName> _operations;
    private AccessPolicy _policy = null!;

    [GlobalSetup]
    public void Setup()
    {
        _operations = RoleDocument.LoadOperations();
        _policy = AccessPolicy.Create(RoleDefinition.Read(RoleDocument.Load(), Strictness.Lenient).Values, []);
        if (_operations.Length != RoleDocument.OperationCount || _policy.Roles.Length != RoleDocument.RoleCount)
        {
            throw new InvalidOperationException("the roles or the operations were not read completely");
        }
    }

    [Benchmark(Baseline = true)]
    public int AskEachRole() => _policy.Roles.Sum(role =>
        _operations.Count(operation => role.Covers(operation, Plane.Control))
        + _operations.Count(operation => role.Covers(operation, Plane.Data)));

    [Benchmark]
    public CompiledPolicy Compile() => CompiledPolicy.Compile(_policy, _operations);
}
