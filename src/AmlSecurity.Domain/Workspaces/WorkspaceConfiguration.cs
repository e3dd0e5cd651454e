using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>A workspace as a document configures it. What the document does not decide is null.</summary>
/// <remarks>
/// A view over the resource: <see cref="Resource"/> keeps the places, the expressions and what is not named here. Equal
/// by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class WorkspaceConfiguration
{
    internal WorkspaceConfiguration(ConfigurationResource resource) => Resource = resource;

    /// <summary>Gets the resource as it was read.</summary>
    public ConfigurationResource Resource { get; }

    /// <summary>Gets the name as written.</summary>
    public string? Name => Resource.Name.AsText;

    /// <summary>Gets the resource id.</summary>
    public ResourceId? Id => Resource.Id;

    /// <summary>Gets where it is, or will be.</summary>
    public Region? Region => Regions.Of(Resource.Location);

    /// <summary>Gets the edition that the document names.</summary>
    public Edition? Edition => Enum.TryParse<Edition>(EditionNode.AsText, ignoreCase: true, out var edition)
        && Enum.IsDefined(edition)
            ? edition
            : null;

    /// <summary>Gets whether it is one of high business impact; no if the document is silent (ENC-01).</summary>
    public bool? HbiWorkspace => Hbi.IsUnresolved ? null : Hbi.AsBoolean ?? (Hbi.IsKnown ? null : false);

    /// <summary>Gets whether a customer-managed key is asked for; no if the document is silent, or says that it is
    /// disabled (WS-06).</summary>
    public bool? HasCustomerManagedKey => EncryptionStatus switch
    {
        { AsText: { } status } when status.Equals("Enabled", StringComparison.OrdinalIgnoreCase) => true,
        { AsText: { } status } when status.Equals("Disabled", StringComparison.OrdinalIgnoreCase) => false,
        { IsUnresolved: true } or { IsKnown: true } => null,
        _ => Encryption.IsKnown ? null : false,
    };

    internal ConfigurationNode Properties => Resource.Properties;

    internal ConfigurationNode EditionNode =>
        Resource.Body["sku"]["tier"] is { Kind: not ConfigurationNodeKind.Absent } tier
            ? tier
            : Resource.Body["sku"]["name"];

    internal ConfigurationNode Hbi => Properties["hbiWorkspace"];

    internal ConfigurationNode Encryption => Properties["encryption"];

    internal ConfigurationNode EncryptionStatus => Encryption["status"];

    internal ConfigurationNode KeyVaultOfKey => Encryption["keyVaultProperties"]["keyVaultArmId"];

    internal ConfigurationNode KeyIdentifier => Encryption["keyVaultProperties"]["keyIdentifier"];

    internal ConfigurationNode StorageAccount => Properties["storageAccount"];

    internal ConfigurationNode KeyVault => Properties["keyVault"];

    internal ConfigurationNode ContainerRegistry => Properties["containerRegistry"];

    internal ConfigurationNode ApplicationInsights => Properties["applicationInsights"];
}
