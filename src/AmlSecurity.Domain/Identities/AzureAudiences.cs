using System.Collections.Frozen;

namespace AmlSecurity.Domain.Identities;

/// <summary>The audiences of tokens for Azure Resource Manager: a closed list, in which a slash counts.</summary>
internal static class AzureAudiences
{
    private static readonly FrozenSet<string> ResourceManager = FrozenSet.Create(
        StringComparer.Ordinal,
        "https://management.core.windows.net/",
        "https://management.core.windows.net",
        "https://management.azure.com/",
        "https://management.azure.com");

    public static bool IsResourceManager(string? audience) =>
        audience is not null && ResourceManager.Contains(audience);
}
