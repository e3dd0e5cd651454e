using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Resources;

/// <summary>Says where a model is deployed as a web service.</summary>
/// <remarks>
/// In JSON <c>aci</c> and <c>aks</c>. The default is <see cref="ContainerInstances"/>. No order.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<HostingTarget>))]
public enum HostingTarget
{
    /// <summary>Azure Container Instances.</summary>
    [JsonStringEnumMemberName("aci")]
    ContainerInstances,

    /// <summary>Azure Kubernetes Service.</summary>
    [JsonStringEnumMemberName("aks")]
    KubernetesService,
}
