using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The roles of a policy, found by what assignments call them.</summary>
internal sealed class RoleDirectory
{
    // Null where a reference fits several different roles: an ambiguous role must not grant by chance.
    private readonly FrozenDictionary<RoleDefinitionId, RoleDefinition?> _byId;
    private readonly FrozenDictionary<string, RoleDefinition?> _byName;

    public RoleDirectory(ImmutableArray<RoleDefinition> roles)
    {
        _byId = Unambiguous(roles.Where(role => role.Id is not null), role => role.Id!, null);
        _byName = Unambiguous(roles, role => role.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Finds the role that a reference names; null if there is none, or if several different ones
    /// fit.</summary>
    public RoleDefinition? Find(RoleReference reference)
    {
        if (reference.Id is { } id && _byId.TryGetValue(id, out var role))
        {
            return role;
        }

        // Exports write the name of a role that is gone as an empty text.
        if ((string.IsNullOrEmpty(reference.Name) ? reference.Id?.Name : reference.Name) is not { } name
            || _byName.GetValueOrDefault(name) is not { } named)
        {
            return null;
        }

        // Hand-written assignments put the role's name where tools put its id. For any other id that is not found, a
        // role of the same name must not stand in: its own id says that it is another.
        var isAnother = reference.Id is { } asked && named.Id is not null
            && !asked.Name.Equals(named.Name, StringComparison.OrdinalIgnoreCase);
        return isAnother ? null : named;
    }

    private static FrozenDictionary<TKey, RoleDefinition?> Unambiguous<TKey>(
        IEnumerable<RoleDefinition> roles, Func<RoleDefinition, TKey> keyOf, IEqualityComparer<TKey>? comparer)
        where TKey : notnull => roles
        .GroupBy(keyOf, comparer)
        .ToFrozenDictionary(
            same => same.Key,
            same => same.Distinct().Take(2).ToArray() is [var only] ? only : null,
            comparer);
}
