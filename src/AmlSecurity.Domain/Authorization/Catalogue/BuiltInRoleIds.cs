namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The ids of the three roles by which a workspace is shared.</summary>
internal static class BuiltInRoleIds
{
    public static RoleDefinitionId Owner { get; } = Of("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");

    public static RoleDefinitionId Contributor { get; } = Of("b24988ac-6180-42a0-ab88-20f7382dd24c");

    public static RoleDefinitionId Reader { get; } = Of("acdd72a7-3385-48ef-bd42-f606fba81ae7");

    private static RoleDefinitionId Of(string text) => RoleDefinitionId.Read(text).Expect();
}
