using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A pair of identity and workspace. Its hash code mixes all bits; that of a <c>long</c> does not.</summary>
internal readonly record struct PairKey(int Identity, int Workspace)
{
    /// <summary>Gets the well-mixed number of the pair; never zero.</summary>
    public ulong Mixed => SplitMix64.Mix((((ulong)(uint)Identity + 1) << 32) | (uint)Workspace);

    /// <summary>Gets what each pair of identity and workspace may do, with inheritance worked out.</summary>
    public static Dictionary<PairKey, ushort> Flatten(AccessWorkload workload)
    {
        var flat = new Dictionary<PairKey, ushort>();
        foreach (var grant in workload.Grants)
        {
            for (var at = grant.Workspaces.Start.Value; at < grant.Workspaces.End.Value; at++)
            {
                var key = new PairKey(grant.Identity, at);
                flat[key] = (ushort)(flat.GetValueOrDefault(key) | grant.Operations);
            }
        }

        return flat;
    }

    public override int GetHashCode() => (int)Mixed;
}
