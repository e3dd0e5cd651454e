using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Finds the three roles of the matrix among the definitions read.</summary>
internal static class BuiltInRoles
{
    /// <summary>Finds a role by its well-known id; by its name only where a definition has no id.</summary>
    public static RoleDefinition? Find(AccessPolicy policy, BuiltInRole role) =>
        policy.FindRole(new RoleReference(RoleCatalogue.IdOf(role), role.ToString()));
}
