using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Compatibility;

/// <summary>Which edition a topology needs, beside three flags joined by or; each method for 64 topologies.</summary>
[MemoryDiagnoser]
public class EditionBenchmarks
{
    private const int Count = 64;

    private readonly NetworkTopology[] _topologies = new NetworkTopology[Count];
    private readonly Flags[] _flags = new Flags[Count];

    [GlobalSetup]
    public void Setup()
    {
        for (var at = 0; at < Count; at++)
        {
            // Each thing comes at a step of its own, so that no guess of a branch is always right.
            var (link, registry, key) = (at % 3 == 0, at % 4 == 0, at % 5 == 0);
            _flags[at] = new Flags(link, registry, key);
            _topologies[at] = NetworkTopology.Open
                .WithWorkspacePrivateLink(at % 2 == 0)
                .With(AssociatedResource.Storage, NetworkAttachment.VirtualNetwork)
                .With(AssociatedResource.KeyVault, link ? NetworkAttachment.PrivateLink : NetworkAttachment.None)
                .With(
                    AssociatedResource.ContainerRegistry,
                    registry ? NetworkAttachment.VirtualNetwork : NetworkAttachment.None)
                .WithCustomerManagedKey(key);
        }

        if (ThreeFlags() != NeedsEnterprise() || ThreeFlags() != Require())
        {
            throw new InvalidOperationException("floor and table do not agree");
        }
    }

    /// <summary>What the predicate would be if somebody had found out the three answers before.</summary>
    [Benchmark(Baseline = true)]
    public int ThreeFlags()
    {
        var enterprise = 0;
        foreach (var flags in _flags)
        {
            enterprise += flags.AnyPrivateLink || flags.RegistryInNetwork || flags.CustomerManagedKey ? 1 : 0;
        }

        return enterprise;
    }

    [Benchmark]
    public int NeedsEnterprise()
    {
        var enterprise = 0;
        foreach (var topology in _topologies)
        {
            enterprise += EditionTable.NeedsEnterprise(topology) == true ? 1 : 0;
        }

        return enterprise;
    }

    [Benchmark]
    public int Require()
    {
        var enterprise = 0;
        foreach (var topology in _topologies)
        {
            enterprise += EditionTable.Require(topology, RuleSet.March2020)
                is EditionAnswer.Required { Edition: Edition.Enterprise } ? 1 : 0;
        }

        return enterprise;
    }

    [Benchmark]
    public int Plan()
    {
        var changes = 0;
        foreach (var topology in _topologies)
        {
            changes += BasicPlanner.Plan(topology, ImmutableHashSet<TopologyElement>.Empty, RuleSet.March2020)
                .Changes.Length;
        }

        return changes;
    }

    private readonly record struct Flags(bool AnyPrivateLink, bool RegistryInNetwork, bool CustomerManagedKey);
}
