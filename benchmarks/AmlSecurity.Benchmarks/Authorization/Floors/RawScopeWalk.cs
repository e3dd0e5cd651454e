using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>A dictionary of raw scopes, each with one of raw principals, asked from the scope upwards.</summary>
internal sealed class RawScopeWalk : IFloor
{
    private readonly RawTexts _texts;
    private readonly Dictionary<string, Dictionary<string, ushort>>.AlternateLookup<ReadOnlySpan<char>> _scopes;

    public RawScopeWalk(AccessWorkload workload)
    {
        _texts = new RawTexts(workload);
        var scopes = new Dictionary<string, Dictionary<string, ushort>>(StringComparer.Ordinal);
        foreach (var grant in workload.Grants)
        {
            if (!scopes.TryGetValue(grant.Scope, out var at))
            {
                scopes[grant.Scope] = at = new Dictionary<string, ushort>(StringComparer.Ordinal);
            }

            var identity = workload.Identities[grant.Identity].Text;
            at[identity] = (ushort)(at.GetValueOrDefault(identity) | grant.Operations);
        }

        _scopes = scopes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Allows(Ask ask)
    {
        var operation = _texts.OperationOf(ask.ActionText);
        var identities = _texts.IdentitiesOf(ask.PrincipalText);
        for (var scope = ask.ScopeText.AsSpan(); ; scope = ParentOf(scope))
        {
            if (_scopes.TryGetValue(scope.IsEmpty ? "/" : scope, out var assignments))
            {
                foreach (var identity in identities)
                {
                    if ((assignments.GetValueOrDefault(identity) >> operation & 1) != 0)
                    {
                        return true;
                    }
                }
            }

            if (scope.IsEmpty)
            {
                return false;
            }
        }
    }

    // Cuts the last type and name, and what is left of a provider. The root is empty here.
    private static ReadOnlySpan<char> ParentOf(ReadOnlySpan<char> scope)
    {
        var parent = CutTwo(scope);
        var grandparent = CutTwo(parent);
        return parent[grandparent.Length..].StartsWith("/providers/") ? grandparent : parent;
    }

    private static ReadOnlySpan<char> CutTwo(ReadOnlySpan<char> scope) =>
        scope.IsEmpty ? scope : CutOne(CutOne(scope));

    private static ReadOnlySpan<char> CutOne(ReadOnlySpan<char> scope) => scope[..scope.LastIndexOf('/')];
}
