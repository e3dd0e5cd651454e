using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Reads which stores of a workspace the documents put under a key of the customer.</summary>
internal static class DeclaredEncryption
{
    public static EncryptionSettings Of(Estate estate, WorkspaceConfiguration workspace) => new(
        HbiWorkspace: workspace.HbiWorkspace,
        WorkspaceKey: workspace.HasCustomerManagedKey,
        StorageKey: OfDeclared(
            estate.Find(workspace.StorageAccount, Estate.StorageType),
            storage => Says(storage.Properties["encryption"]["keySource"], "Microsoft.Keyvault")),
        RegistryKey: OfDeclared(
            estate.Find(workspace.ContainerRegistry, Estate.RegistryType),
            registry => Says(registry.Properties["encryption"]["status"], "enabled")),
        ContainerInstanceKey: All(ContainerInstances(estate)),
        KubernetesKey: All(estate.OfType(Estate.ClusterType).Select(cluster => OfDeclared(
            cluster, known => Has(known.Properties["diskEncryptionSetID"])))));

    private static bool? OfDeclared(ConfigurationResource? resource, Func<ConfigurationResource, bool?> read) =>
        resource is { Condition: true } ? read(resource) : null;

    private static IEnumerable<bool?> ContainerInstances(Estate estate) =>
    [
        .. estate.OfType(Estate.ContainerGroupType).Select(group => OfDeclared(group, known => HasKey(
            new ServiceSettings(known.Properties["encryptionProperties"], HostingTarget.ContainerInstances)))),
        .. estate.OfType(Estate.ServiceType).Concat(estate.All.Where(one => one.Type is null))
            .Where(service =>
                ServiceSettings.Of(service.Properties)?.Target == HostingTarget.ContainerInstances)
            .Select(service => OfDeclared(service, known => HasKey(ServiceSettings.Of(known.Properties)!))),
    ];

    // All three or none (ENC-29); with some of them the deployment is refused, and nothing is known.
    private static bool? HasKey(ServiceSettings service) =>
        (Has(service.VaultUrl), Has(service.KeyName), Has(service.KeyVersion)) switch
        {
            (true, true, true) => true,
            (false, false, false) => false,
            _ => null,
        };

    private static bool? Has(ConfigurationNode node) =>
        node.IsUnresolved ? null : node.AsText is { Length: > 0 };

    private static bool? Says(ConfigurationNode node, string word) =>
        node.IsUnresolved ? null : string.Equals(node.AsText, word, StringComparison.OrdinalIgnoreCase);

    // What there is none of is not known: the documents may not tell of it.
    private static bool? All(IEnumerable<bool?> answers)
    {
        bool? all = null;
        foreach (var (at, answer) in answers.Index())
        {
            all = answer == false || all == false ? false
                : answer is null || (all is null && at > 0) ? null
                : true;
        }

        return all;
    }
}
