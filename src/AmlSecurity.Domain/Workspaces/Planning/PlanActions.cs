using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Domain.Workspaces.Planning;

/// <summary>The operations of other providers that the prerequisites take.</summary>
internal static class PlanActions
{
    public static ActionName RegisterMachineLearning { get; } =
        ActionName.Of("Microsoft.MachineLearningServices/register/action");

    public static ActionName RegisterCosmosDb { get; } = ActionName.Of("Microsoft.DocumentDB/register/action");

    public static ActionName WriteVault { get; } = ActionName.Of("Microsoft.KeyVault/vaults/write");

    public static ActionName WriteKey { get; } = ActionName.Of("Microsoft.KeyVault/vaults/keys/write");

    public static ActionName WriteAccessPolicies { get; } =
        ActionName.Of("Microsoft.KeyVault/vaults/accessPolicies/write");
}
