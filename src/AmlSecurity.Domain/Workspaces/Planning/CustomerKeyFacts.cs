using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Workspaces.Planning;

/// <summary>What is known of a subscription in which a workspace is to get a customer-managed key. What is null is not
/// known.</summary>
/// <param name="IsCosmosDbEnabled">Whether Cosmos DB may use such keys in the subscription (ENC-14).</param>
/// <param name="AreProvidersRegistered">Whether the resource providers of Azure Machine Learning and Cosmos DB are
/// registered (ENC-15).</param>
/// <param name="IsAppContributor">Whether the application of Azure Machine Learning is Contributor on the subscription
/// (ENC-16).</param>
/// <param name="Key">The key and its vault, or null while there is none.</param>
/// <param name="Vault">What is known of the vault.</param>
/// <param name="HasCosmosDbVaultAccess">Whether Cosmos DB may get, wrap and unwrap with the keys of the vault.</param>
/// <param name="IsEnterprise">Whether the workspace is to be of the Enterprise edition (NET-05.8).</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CustomerKeyFacts(
    bool? IsCosmosDbEnabled = null,
    bool? AreProvidersRegistered = null,
    bool? IsAppContributor = null,
    CustomerManagedKey? Key = null,
    KeyVaultFacts? Vault = null,
    bool? HasCosmosDbVaultAccess = null,
    bool? IsEnterprise = null);
