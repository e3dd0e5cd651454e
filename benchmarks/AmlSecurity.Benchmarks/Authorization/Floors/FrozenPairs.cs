using System.Collections.Frozen;
using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>The platform's frozen dictionary over pairs.</summary>
internal sealed class FrozenPairs(AccessWorkload workload) : IFloor
{
    private readonly FrozenDictionary<PairKey, ushort> _operations = PairKey.Flatten(workload).ToFrozenDictionary();
    private readonly int[][] _memberships = [.. workload.Memberships];

    public bool Allows(Ask ask)
    {
        foreach (var identity in _memberships[ask.Principal])
        {
            if (_operations.TryGetValue(new PairKey(identity, ask.Workspace), out var operations)
                && (operations >> ask.Operation & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
