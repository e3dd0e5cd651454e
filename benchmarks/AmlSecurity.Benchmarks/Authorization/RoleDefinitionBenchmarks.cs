using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>What one role covers, averaged over 13 operations.</summary>
[MemoryDiagnoser]
public class RoleDefinitionBenchmarks
{
    private RoleDefinition _role = null!;

    /// <summary>Gets or sets the role; <c>Longest</c> is the one with the most entries of 928.</summary>
    [Params("Owner", "Contributor", "Reader", "Longest")]
    public string Role { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _role = WorkloadRoles.Roles.FirstOrDefault(role => role.Name == Role)
        ?? RoleDefinition.Read(RoleDocument.Load(), Strictness.Lenient).Values
            .MaxBy(role => role.Blocks.Sum(block => block.Actions.Length))!;

    [Benchmark(OperationsPerInvoke = 13)]
    public int Covers()
    {
        var count = 0;
        foreach (var operation in WorkloadRoles.Operations)
        {
            count += _role.Covers(operation, Plane.Control) ? 1 : 0;
        }

        return count;
    }
}
