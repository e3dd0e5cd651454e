using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Recognises the three roles that the matrix speaks of.</summary>
internal static class BuiltInRoles
{
    /// <summary>Finds out which of the three a role is, by its id, or by its name where it has none.</summary>
    /// <returns>The role; null if it is another, or a custom one that only bears the name.</returns>
    public static BuiltInRole? Find(RoleDefinition? role) => role switch
    {
        null or { Kind: RoleKind.Custom } => null,
        { Id: { } id } => id.Canonical switch
        {
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" => BuiltInRole.Owner,
            "b24988ac-6180-42a0-ab88-20f7382dd24c" => BuiltInRole.Contributor,
            "acdd72a7-3385-48ef-bd42-f606fba81ae7" => BuiltInRole.Reader,
            _ => null,
        },
        _ => role.Name switch
        {
            nameof(BuiltInRole.Owner) => BuiltInRole.Owner,
            nameof(BuiltInRole.Contributor) => BuiltInRole.Contributor,
            nameof(BuiltInRole.Reader) => BuiltInRole.Reader,
            _ => null,
        },
    };
}
