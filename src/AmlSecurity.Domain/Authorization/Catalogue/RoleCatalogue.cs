using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The built-in roles that concern a workspace and the resources beside it, by date (AUTHZ-02,
/// DEC-14).</summary>
/// <remarks>
/// Owner, Contributor, Reader, the roles for access, for Azure Machine Learning, Key Vault, blobs, the container
/// registry and managed identities: 30 of 928. For 2020 the content of the first three is known; of the other roles
/// it is known at most since when they exist, and their content is that of the export
/// (<see cref="CatalogueRole.Source"/>). A role that Azure has and the catalogue has not is no fault of the caller:
/// the answer is null. Read on first use, immutable, hence safe for concurrent use.
/// </remarks>
public static class RoleCatalogue
{
    /// <summary>Gets the source of all entries but the three of 2020.</summary>
    public static CatalogueSource Source => CatalogueSource.BuiltInRolesExport;

    /// <summary>Gets every entry of every period, by name and then by date.</summary>
    public static ImmutableArray<CatalogueRole> Entries => RoleCatalogueData.Loaded.Entries;

    /// <summary>Lists the roles in force.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The definitions, by name, each role once.</returns>
    public static ImmutableArray<RoleDefinition> Under(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Entries.Where(entry => entry.Period.Includes(rules)).Select(entry => entry.Definition)];
    }

    /// <summary>Finds a role by its id.</summary>
    /// <param name="id">The id: its GUID counts, whatever path stands before it.</param>
    /// <param name="rules">The rule set.</param>
    /// <returns>The entry in force, or null where the catalogue has none.</returns>
    public static CatalogueRole? Find(RoleDefinitionId id, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(rules);
        return RoleCatalogueData.Loaded.Find(id, rules);
    }

    /// <summary>Finds a role by its name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    /// <param name="rules">The rule set.</param>
    /// <returns>The entry in force, or null where the catalogue has none.</returns>
    public static CatalogueRole? Find(string name, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(rules);
        return RoleCatalogueData.Loaded.Find(name, rules);
    }

    /// <summary>Gets one of the three roles by which a workspace is shared; each is in force under every rule
    /// set.</summary>
    /// <param name="role">The role.</param>
    /// <param name="rules">The rule set.</param>
    /// <returns>The entry in force.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is none of the three.</exception>
    public static CatalogueRole Get(BuiltInRole role, RuleSet rules) => Find(IdOf(role), rules)!;

    /// <summary>Gets the well-known id of one of the three roles by which a workspace is shared.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The id, the same in every directory.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is none of the three.</exception>
    public static RoleDefinitionId IdOf(BuiltInRole role) => role switch
    {
        BuiltInRole.Owner => BuiltInRoleIds.Owner,
        BuiltInRole.Contributor => BuiltInRoleIds.Contributor,
        BuiltInRole.Reader => BuiltInRoleIds.Reader,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
