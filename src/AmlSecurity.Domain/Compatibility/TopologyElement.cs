using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists the parts of a <see cref="NetworkTopology"/>.</summary>
/// <remarks>The order is that in which a plan lists its changes. The default is <see cref="Storage"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TopologyElement>))]
public enum TopologyElement
{
    /// <summary>The storage account.</summary>
    [JsonStringEnumMemberName("storage")]
    Storage,

    /// <summary>The key vault.</summary>
    [JsonStringEnumMemberName("keyVault")]
    KeyVault,

    /// <summary>The container registry.</summary>
    [JsonStringEnumMemberName("containerRegistry")]
    ContainerRegistry,

    /// <summary>The compute targets.</summary>
    [JsonStringEnumMemberName("compute")]
    Compute,

    /// <summary>The Cosmos DB account of the workspace.</summary>
    [JsonStringEnumMemberName("cosmosDb")]
    CosmosDb,

    /// <summary>Application Insights.</summary>
    [JsonStringEnumMemberName("applicationInsights")]
    ApplicationInsights,

    /// <summary>Private link of the workspace itself.</summary>
    [JsonStringEnumMemberName("workspacePrivateLink")]
    WorkspacePrivateLink,

    /// <summary>The customer-managed key of the workspace.</summary>
    [JsonStringEnumMemberName("customerManagedKey")]
    CustomerManagedKey,
}
