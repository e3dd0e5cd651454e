using AmlSecurity.Benchmarks.Authorization.Workload;

namespace AmlSecurity.Benchmarks.Authorization.Floors;

/// <summary>What the floors over raw texts share: numbers of operations, and the groups of a principal.</summary>
internal sealed class RawTexts(AccessWorkload workload)
{
    private readonly Dictionary<string, int> _operations = WorkloadRoles.Operations
        .Select((operation, at) => (operation, at))
        .ToDictionary(indexed => indexed.operation.Canonical, indexed => indexed.at, StringComparer.Ordinal);

    private readonly Dictionary<string, string[]> _identities = workload.Memberships.ToDictionary(
        numbers => workload.Identities[numbers[0]].Text,
        numbers => numbers.Select(number => workload.Identities[number].Text).ToArray(),
        StringComparer.Ordinal);

    /// <summary>Gets the number of an operation, or one that no role grants.</summary>
    public int OperationOf(string action) => _operations.GetValueOrDefault(action, 31);

    /// <summary>Gets the principal, then its groups.</summary>
    public string[] IdentitiesOf(string principal) => _identities.GetValueOrDefault(principal) ?? [];
}
