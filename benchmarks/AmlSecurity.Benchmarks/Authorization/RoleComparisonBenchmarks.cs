using System.Collections.Immutable;
using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Comparing two roles over all names, beside asking both about each of 314 operations.</summary>
/// <remarks>The brute force knows less: it says nothing of names that are not in its list.</remarks>
[MemoryDiagnoser]
public class RoleComparisonBenchmarks
{
    private readonly ImmutableArray<ActionName> _operations = MlOperationCatalogue.Operations;
    private RoleDefinition _a = null!;
    private RoleDefinition _b = null!;

    /// <summary>Gets or sets the pair; <c>Longest</c> is the role with the most entries of 928, with
    /// itself.</summary>
    [Params("ScientistContributor", "ReaderOwner", "ContributorContributor", "Longest")]
    public string Pair { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        (_a, _b) = Pair switch
        {
            "ScientistContributor" => (Find("AzureML Data Scientist"), Find("Contributor")),
            "ReaderOwner" => (Find("Reader"), Find("Owner")),
            "ContributorContributor" => (Find("Contributor"), Find("Contributor")),
            _ => (Longest(), Longest()),
        };
        if (BruteForce() is { OnlyA: true } && Compare().OnlyA is null)
        {
            throw new InvalidOperationException("an operation contradicts the comparison");
        }
    }

    [Benchmark(Baseline = true)]
    public (bool OnlyA, bool OnlyB, bool Both) BruteForce()
    {
        var (onlyA, onlyB, both) = (false, false, false);
        foreach (var operation in _operations)
        {
            var (inA, inB) = (_a.Covers(operation, Plane.Control), _b.Covers(operation, Plane.Control));
            onlyA |= inA && !inB;
            onlyB |= inB && !inA;
            both |= inA && inB;
        }

        return (onlyA, onlyB, both);
    }

    [Benchmark]
    public RoleComparison Compare() => RoleComparison.Compare(_a, _b, Plane.Control);

    [Benchmark]
    public ImmutableArray<RoleLintFinding> Lint() => RoleLint.Check(_a);

    private static RoleDefinition Find(string name) => RoleCatalogue.Find(name, RuleSet.Current)!.Definition;

    private static RoleDefinition Longest() =>
        RoleDefinition.Read(RoleDocument.Load(), Strictness.Lenient).Values
            .MaxBy(role => role.Blocks.Sum(block => block.Actions.Length + block.NotActions.Length))!;
}
