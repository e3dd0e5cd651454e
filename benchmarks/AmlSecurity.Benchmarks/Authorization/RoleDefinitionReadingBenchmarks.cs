using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Reading a document of 928 roles.</summary>
[MemoryDiagnoser]
public class RoleDefinitionReadingBenchmarks
{
    private byte[] _document = [];

    [GlobalSetup]
    public void Setup()
    {
        _document = RoleDocument.Load();
        if (Read928Roles() is not { IsComplete: true, Values.Length: RoleDocument.RoleCount })
        {
            throw new InvalidOperationException($"{RoleDocument.RoleCount} roles were not read completely");
        }
    }

    [Benchmark]
    public DocumentReading<RoleDefinition> Read928Roles() => RoleDefinition.Read(_document, Strictness.Lenient);
}
