namespace AmlSecurity.Domain.Resources;

/// <summary>Says for what a key identifier is given, which decides whether it must name a version of the key.</summary>
/// <remarks>The default is <see cref="Any"/>. No order.</remarks>
public enum KeyIdentifierUse
{
    /// <summary>With or without a version.</summary>
    Any,

    /// <summary>The <c>resource_cmk_uri</c> of a workspace: a version is required (ENC-18).</summary>
    Workspace,

    /// <summary>The <c>keyVaultKeyUri</c> of a Cosmos DB account: a version is forbidden (CMK-02).</summary>
    CosmosDb,

    /// <summary>The key of a container group: a version is required (ENC-29).</summary>
    ContainerInstance,
}
