using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The roles that the table of grants names.</summary>
internal static class IdentityRoles
{
    public static RoleReference Contributor { get; } = Named("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c");

    public static RoleReference BlobDataContributor { get; } =
        Named("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    public static RoleReference Owner { get; } = Named("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635");

    public static RoleReference Reader { get; } = Named("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7");

    /// <summary>Finds the role among these that a reference names, by what it resolves to in a policy.</summary>
    /// <remarks>A name alone counts only where the policy has no role of that name, since such a role may be
    /// another.</remarks>
    public static RoleReference? Recognise(RoleReference reference, RoleDefinition? resolved, AccessPolicy policy)
    {
        RoleReference[] known = [Contributor, BlobDataContributor, Owner, Reader];
        if ((resolved is null ? reference.Id : resolved.Id) is { IsGuid: true } id)
        {
            return Array.Find(known, role => role.Id == id);
        }

        var name = string.IsNullOrEmpty(reference.Name) ? reference.Id?.Name : reference.Name;
        var isTaken = policy.Roles.Any(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));
        return isTaken
            ? null
            : Array.Find(known, role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private static RoleReference Named(string name, string id) => new(RoleDefinitionId.Read(id).Expect(), name);
}
