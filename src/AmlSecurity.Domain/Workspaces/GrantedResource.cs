using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Names the resources that a workspace's identity is given access to.</summary>
/// <remarks>The default is <see cref="Workspace"/>; no order. Application Insights is not among them.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GrantedResource>))]
public enum GrantedResource
{
    /// <summary>The workspace itself (IDENT-03).</summary>
    [JsonStringEnumMemberName("workspace")]
    Workspace,

    /// <summary>Its storage account (IDENT-04).</summary>
    [JsonStringEnumMemberName("storageAccount")]
    StorageAccount,

    /// <summary>Its key vault (IDENT-05).</summary>
    [JsonStringEnumMemberName("keyVault")]
    KeyVault,

    /// <summary>Its container registry (IDENT-06).</summary>
    [JsonStringEnumMemberName("containerRegistry")]
    ContainerRegistry,
}
