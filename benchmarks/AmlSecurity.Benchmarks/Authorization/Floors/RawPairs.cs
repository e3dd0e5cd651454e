using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A dictionary over pairs of raw texts, with inheritance worked out beforehand.</summary>
internal sealed class RawPairs : IFloor
{
    private readonly RawTexts _texts;
    private readonly Dictionary<(string Identity, string Scope), ushort> _operations = [];

    public RawPairs(AccessWorkload workload)
    {
        _texts = new RawTexts(workload);
        foreach (var (key, operations) in PairKey.Flatten(workload))
        {
            var scope = workload.Workspaces[key.Workspace].Canonical;
            _operations[(workload.Identities[key.Identity].Text, scope)] = operations;
        }
    }

    public bool Allows(Ask ask)
    {
        var operation = _texts.OperationOf(ask.ActionText);
        foreach (var identity in _texts.IdentitiesOf(ask.PrincipalText))
        {
            if (_operations.TryGetValue((identity, ask.ScopeText), out var operations)
                && (operations >> operation & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
