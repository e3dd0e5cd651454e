using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Finds the three roles of the matrix among the definitions read.</summary>
internal static class BuiltInRoles
{
    /// <summary>Finds a role by its well-known id; by its name only where a definition has no id.</summary>
    public static RoleDefinition? Find(AccessPolicy policy, BuiltInRole role) =>
        policy.FindRole(new RoleReference(RoleDefinitionId.Read(IdOf(role)).Expect(), role.ToString()));

    private static string IdOf(BuiltInRole role) => role switch
    {
        BuiltInRole.Owner => "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
        BuiltInRole.Contributor => "b24988ac-6180-42a0-ab88-20f7382dd24c",
        _ => "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    };
}
