using AmlSecurity.Benchmarks.Authorization.Workload;
using AmlSecurity.Domain.Authorization.Compiled;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>Tells how much memory a compiled policy keeps beyond the policy that it was made of.</summary>
internal static class CompiledPolicySize
{
    /// <summary>Measures and reports.</summary>
    /// <param name="report">Where the figures go.</param>
    public static void Run(TextWriter report)
    {
        foreach (var assignments in (int[])[10_000, 100_000, 1_000_000])
        {
            foreach (var groups in AccessWorkload.GroupCounts)
            {
                var policy = AccessWorkload.Of(groups, assignments).Policy;
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var compiled = CompiledPolicy.Compile(policy, WorkloadRoles.Operations);
                var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
                GC.KeepAlive(compiled);
                report.WriteLine(
                    $"{assignments} assignments, {groups} groups a principal: {kept / assignments} B an assignment");
            }
        }
    }
}
