using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Assessment;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>A workspace as a document configures it. What the document does not decide is null.</summary>
/// <remarks>
/// A view over the resource: <see cref="Resource"/> keeps the places, the expressions and what is not named here. Equal
/// by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class WorkspaceConfiguration
{
    private readonly Estate _estate;

    internal WorkspaceConfiguration(ConfigurationResource resource, Estate estate)
    {
        Resource = resource;
        _estate = estate;
    }

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
        _ => EncryptionNode.IsKnown ? null : false,
    };

    /// <summary>Gets how the workspace and the resources around it are closed off, as all documents tell it
    /// (DEC-17).</summary>
    /// <remarks>What no document names is attached to nothing; what is only referred to is not known.</remarks>
    public NetworkTopology Topology => new Topology(_estate, this).Value;

    /// <summary>Gets which keys the workspace and the resources around it are set up to be encrypted under.</summary>
    /// <remarks>A registry or storage account that no document declares is not known, and neither are training data and
    /// Databricks: no document tells which those of a workspace are.</remarks>
    public EncryptionSettings Encryption => DeclaredEncryption.Of(_estate, this);

    internal ConfigurationNode Properties => Resource.Properties;

    // The command line prints the tier alone as `sku`.
    internal ConfigurationNode EditionNode => Resource.Body["sku"] switch
    {
        { Kind: ConfigurationNodeKind.Text } tier => tier,
        var sku when sku["tier"] is { Kind: not ConfigurationNodeKind.Absent } tier => tier,
        var sku => sku["name"],
    };

    // The command line prints it beside the name, in either of two spellings.
    internal ConfigurationNode IdentityType => new[] { Properties["identityType"], Properties["identity_type"] }
        .FirstOrDefault(node => node.Kind != ConfigurationNodeKind.Absent, Resource.Body["identity"]["type"]);

    internal ConfigurationNode Hbi => Properties["hbiWorkspace"];

    internal ConfigurationNode EncryptionNode => Properties["encryption"];

    internal ConfigurationNode EncryptionStatus => EncryptionNode["status"];

    internal ConfigurationNode KeyVaultOfKey => EncryptionNode["keyVaultProperties"]["keyVaultArmId"];

    internal ConfigurationNode KeyIdentifier => EncryptionNode["keyVaultProperties"]["keyIdentifier"];

    internal ConfigurationNode StorageAccount => Properties["storageAccount"];

    internal ConfigurationNode KeyVault => Properties["keyVault"];

    internal ConfigurationNode ContainerRegistry => Properties["containerRegistry"];

    internal ConfigurationNode ApplicationInsights => Properties["applicationInsights"];

    /// <summary>Judges the edition, and what is supported at all, as if the workspace were closed off in another
    /// way.</summary>
    /// <param name="wanted">The topology to judge instead of <see cref="Topology"/>.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>What the rules have against it, with the compute targets and clusters that the documents declare, and
    /// what they cannot say.</returns>
    public ImmutableArray<Finding> AssessTopology(NetworkTopology wanted, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var list = new FindingList();
        list.Add(Resource, EditionAssessment.Assess(_estate, this, new Topology(_estate, this, wanted), rules));
        return list.Findings;
    }
}
