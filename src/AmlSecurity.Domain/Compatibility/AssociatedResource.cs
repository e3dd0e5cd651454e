using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists what a workspace is used with: the other resources of the table of scenarios (DEC-17).</summary>
/// <remarks>The default is <see cref="Storage"/>; the order is that of the answers and means nothing.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AssociatedResource>))]
public enum AssociatedResource
{
    /// <summary>The storage account.</summary>
    [JsonStringEnumMemberName("storage")]
    Storage,

    /// <summary>The key vault.</summary>
    [JsonStringEnumMemberName("keyVault")]
    KeyVault,

    /// <summary>The container registry, which rows of the table except.</summary>
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
}
