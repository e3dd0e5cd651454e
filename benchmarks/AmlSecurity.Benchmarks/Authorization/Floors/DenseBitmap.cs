using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A word of operations for every pair of identity and workspace; inheritance is worked out.</summary>
internal sealed class DenseBitmap : IFloor
{
    private readonly ushort[] _operations;
    private readonly int[][] _memberships;
    private readonly int _workspaceCount;

    public DenseBitmap(AccessWorkload workload)
    {
        _memberships = [.. workload.Memberships];
        _workspaceCount = workload.WorkspaceCount;
        _operations = new ushort[workload.Identities.Length * _workspaceCount];
        foreach (var grant in workload.Grants)
        {
            var words = _operations.AsSpan(grant.Identity * _workspaceCount)[grant.Workspaces];
            foreach (ref var word in words)
            {
                word |= grant.Operations;
            }
        }
    }

    public bool Allows(Ask ask)
    {
        foreach (var identity in _memberships[ask.Principal])
        {
            if ((_operations[(identity * _workspaceCount) + ask.Workspace] >> ask.Operation & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
