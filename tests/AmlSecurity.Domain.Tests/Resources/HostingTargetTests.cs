using System.Text.Json;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Resources;

public class HostingTargetTests
{
    [Theory]
    [InlineData(HostingTarget.ContainerInstances, "\"aci\"")]
    [InlineData(HostingTarget.KubernetesService, "\"aks\"")]
    public void A_target_has_its_short_name_in_json(HostingTarget target, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(target));
        Assert.Equal(target, JsonSerializer.Deserialize<HostingTarget>(json));
    }
}
