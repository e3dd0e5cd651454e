using System.Numerics;
using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A table of pairs, at most half full, probed slot by slot.</summary>
/// <remarks>The mixed number of a pair is a bijection of the pair, so it serves as the key.</remarks>
internal sealed class OpenAddressingTable : IFloor
{
    private readonly (ulong Key, ushort Operations)[] _slots;
    private readonly int[][] _memberships;

    public OpenAddressingTable(AccessWorkload workload)
    {
        _memberships = [.. workload.Memberships];
        var flat = PairKey.Flatten(workload);
        _slots = new (ulong, ushort)[BitOperations.RoundUpToPowerOf2((uint)flat.Count * 2)];
        foreach (var (key, operations) in flat)
        {
            var at = key.Mixed;
            while (_slots[at & Mask].Key != 0)
            {
                at++;
            }

            _slots[at & Mask] = (key.Mixed, operations);
        }
    }

    private ulong Mask => (ulong)_slots.Length - 1;

    public bool Allows(Ask ask)
    {
        foreach (var identity in _memberships[ask.Principal])
        {
            if ((Find(new PairKey(identity, ask.Workspace).Mixed) >> ask.Operation & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private ushort Find(ulong key)
    {
        var slots = _slots;
        for (var at = key; ; at++)
        {
            ref readonly var slot = ref slots[at & ((ulong)slots.Length - 1)];
            if (slot.Key == key)
            {
                return slot.Operations;
            }

            if (slot.Key == 0)
            {
                return 0;
            }
        }
    }
}
