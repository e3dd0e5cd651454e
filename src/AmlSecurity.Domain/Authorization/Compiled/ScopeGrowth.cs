using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Numbers scopes that are new, with everything above them.</summary>
/// <remarks>
/// As every scope above a known one is known too, a scope that is added later changes the chain of no other.
/// </remarks>
internal sealed class ScopeGrowth(ScopeHierarchy hierarchy, Func<ResourceId, ScopeNode?> find, int count)
{
    private readonly Dictionary<ResourceId, int> _numbers = [];
    private readonly SortedDictionary<int, ScopeNode> _added = [];

    /// <summary>Gets what was added, in the order of the numbers.</summary>
    public IEnumerable<ScopeNode> Added => _added.Values;

    /// <summary>Gets the number of a scope, an old or a new one.</summary>
    public int NumberOf(ResourceId scope)
    {
        if (_numbers.TryGetValue(scope, out var number))
        {
            return number;
        }

        if (find(scope) is { } known)
        {
            return known.Number;
        }

        // The tree of management groups begins at subscriptions. Above anything smaller stands what its text says.
        ScopeStep[] chain;
        if (scope.Level <= ScopeLevel.Subscription)
        {
            // Numbered first, because management groups may stand in a circle.
            number = Number(scope);
            chain = [.. hierarchy.ChainOf(scope).Select(above => new ScopeStep(NumberOf(above)))];
        }
        else
        {
            var above = ChainOf(NumberOf(scope.Parent!), scope.Parent!);
            number = Number(scope);
            chain = [new ScopeStep(number), .. above];
        }

        _added.Add(number, new ScopeNode(scope, chain, []));
        return number;
    }

    private int Number(ResourceId scope) => _numbers[scope] = count++;

    private ScopeStep[] ChainOf(int number, ResourceId scope) =>
        _added.TryGetValue(number, out var added) ? added.Chain : find(scope)!.Chain;
}
