using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The authentication of a web service as a flow (AUTHN-07 to AUTHN-11).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class WebService
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<WebServiceState, WebServiceEvent, WebServiceEffect> Table { get; } =
        WebServiceRows.Build();

    /// <summary>Begins a service on Azure Container Instances, where authentication is off at first.</summary>
    /// <param name="at">When it was deployed.</param>
    /// <returns>The first state.</returns>
    public static WebServiceState BeginOnContainerInstances(Instant at) =>
        new WebServiceState.Anonymous(HostingTarget.ContainerInstances, at);

    /// <summary>Begins a service on Azure Kubernetes Service, where keys are on at first.</summary>
    /// <param name="primary">The digest of the first key.</param>
    /// <param name="secondary">The digest of the second key.</param>
    /// <param name="at">When it was deployed.</param>
    /// <returns>The first state.</returns>
    /// <exception cref="ArgumentException">The two keys are the same.</exception>
    public static WebServiceState BeginOnKubernetes(
        WebServiceKeyDigest primary, WebServiceKeyDigest secondary, Instant at)
    {
        ArgumentNullException.ThrowIfNull(primary);
        ArgumentNullException.ThrowIfNull(secondary);
        if (primary.Equals(secondary))
        {
            throw new ArgumentException("the two keys are the same", nameof(secondary));
        }

        return new WebServiceState.WithKeys(HostingTarget.KubernetesService, at, primary, secondary);
    }
}
