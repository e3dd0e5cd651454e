using System.Collections.Frozen;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Finding a role and an operation in the catalogues, beside a dictionary without dates, and the first
/// load.</summary>
/// <remarks>The first load is measured warm: the reading that a process does once, without the cost of compiling
/// it.</remarks>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private static readonly Guid ScientistGuid = Guid.Parse("f6c7c914-8db3-469d-8ca1-694a8f32e121");

    private readonly RuleSet _rules = RuleSet.Current;
    private readonly ActionName _submitRun = MlActions.SubmitRun;
    private readonly Func<object> _loadRoles = RoleCatalogueData.Load;
    private readonly Func<object> _loadOperations = MlOperationData.Load;
    private readonly RoleDefinitionId _scientist = RoleDefinitionId.Read(ScientistGuid.ToString("D")).Expect();
    private FrozenDictionary<Guid, RoleDefinition> _floor = FrozenDictionary<Guid, RoleDefinition>.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _floor = RoleCatalogue.Under(RuleSet.Current).ToFrozenDictionary(role => Guid.Parse(role.Id!.Name));
        if (FindById()?.Definition != FloorByGuid() || FindByName() != FindById() || !ContainsOperation())
        {
            throw new InvalidOperationException("the catalogue and the floor disagree");
        }
    }

    [Benchmark(Baseline = true)]
    public RoleDefinition FloorByGuid() => _floor[ScientistGuid];

    [Benchmark]
    public CatalogueRole? FindById() => RoleCatalogue.Find(_scientist, _rules);

    [Benchmark]
    public CatalogueRole? FindByName() => RoleCatalogue.Find("AzureML Data Scientist", _rules);

    [Benchmark]
    public bool ContainsOperation() => MlOperationCatalogue.Contains(_submitRun, _rules);

    [Benchmark]
    public object LoadRoles() => _loadRoles();

    [Benchmark]
    public object LoadOperations() => _loadOperations();
}
