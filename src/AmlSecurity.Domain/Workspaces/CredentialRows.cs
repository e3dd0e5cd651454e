using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The rows of <see cref="CredentialCatalogue"/>.</summary>
internal static class CredentialRows
{
    public const string TakeItSecurely = "take it as `securestring`";

    public static IEnumerable<CredentialPlacement> Placements()
    {
        yield return InWorkspace(
            CredentialKind.StorageConnectionString, "the account is associated with the workspace");
        yield return InWorkspace(CredentialKind.RegistryPassword, "images are pushed and pulled with it");
        yield return InWorkspace(
            CredentialKind.DatastoreConnectionString, "whoever uses the datastore goes by it");
        yield return AtMicrosoft(
            CredentialKind.ComputeSshPassword, IdentityRules.MicrosoftVault, "kept apart from the workspace's own");
        yield return AtMicrosoft(
            CredentialKind.ComputeSshKey,
            IdentityRules.MicrosoftVault,
            "the service makes it, authorises it on the target and keeps it");
        yield return new CredentialPlacement(
            CredentialKind.UserSupplied,
            CredentialVault.None,
            IdentityRules.NothingSupplied,
            "it is used once, and no password or key that a user supplies is stored");
        yield return NotStated(CredentialKind.WorkspaceIdentity, "where the platform keeps it is not stated");
        yield return NotStated(CredentialKind.WebServiceKey, "where a service keeps its keys is not stated");
    }

    public static IEnumerable<CredentialReader> ReadersOf(CredentialPlacement placement, bool readersSeeDatastores)
    {
        if (placement.Vault == CredentialVault.Microsoft)
        {
            yield return new CredentialReader(
                CredentialReaderKind.Service,
                IdentityRules.NothingSupplied,
                "the service reaches the target with it; that anybody else reads it is not stated");
        }

        if (placement.Vault != CredentialVault.Workspace)
        {
            yield break;
        }

        yield return new CredentialReader(
            CredentialReaderKind.WorkspaceIdentity,
            IdentityRules.IdentityReadsVault,
            "it has access to all keys, secrets and certificates of the vault");
        yield return new CredentialReader(
            CredentialReaderKind.VaultReaders,
            IdentityRules.WorkspaceVault,
            "the vault is the customer's, and its access policies decide who reads secrets");
        if (placement.Kind == CredentialKind.DatastoreConnectionString && readersSeeDatastores)
        {
            yield return new CredentialReader(
                CredentialReaderKind.WorkspaceReaders,
                IdentityRules.WorkspaceVault,
                "the workspace shows the credentials of its datastores to Readers");
        }
    }

    public static bool IsSecure(string parameterType) =>
        parameterType.Equals("securestring", StringComparison.OrdinalIgnoreCase)
        || parameterType.Equals("secureObject", StringComparison.OrdinalIgnoreCase);

    private static CredentialPlacement InWorkspace(CredentialKind kind, string reason) =>
        new(kind, CredentialVault.Workspace, IdentityRules.WorkspaceVault, reason);

    private static CredentialPlacement AtMicrosoft(CredentialKind kind, RuleId rule, string reason) =>
        new(kind, CredentialVault.Microsoft, rule, reason);

    private static CredentialPlacement NotStated(CredentialKind kind, string reason) =>
        new(kind, CredentialVault.NotStated, null, reason);
}
