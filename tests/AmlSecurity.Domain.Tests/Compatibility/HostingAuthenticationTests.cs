using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "AUTHN-11")]
public sealed class HostingAuthenticationTests
{
    private const HostingTarget Aci = HostingTarget.ContainerInstances;
    private const HostingTarget Aks = HostingTarget.KubernetesService;

    [Theory]
    [InlineData(Aci, AuthenticationForm.Key, FormAvailability.OffByDefault)]
    [InlineData(Aci, AuthenticationForm.Token, FormAvailability.NotAvailable)]
    [InlineData(Aks, AuthenticationForm.Key, FormAvailability.OnByDefault)]
    [InlineData(Aks, AuthenticationForm.Token, FormAvailability.OffByDefault)]
    public void Each_target_has_its_forms(HostingTarget target, AuthenticationForm form, FormAvailability expected) =>
        Assert.Equal(expected, HostingAuthentication.Find(target, form));

    [Fact]
    public void The_table_is_what_the_flow_of_web_services_does()
    {
        var at = Instant.FromUtc(2020, 3, 13, 0, 0);
        var (first, second) = (WebServiceKeyDigest.Of("first"u8), WebServiceKeyDigest.Of("second"u8));
        var aci = WebService.BeginOnContainerInstances(at);
        var aks = WebService.BeginOnKubernetes(first, second, at);

        Assert.Null(HostingAuthentication.DefaultOf(Aci));
        Assert.IsType<WebServiceState.Anonymous>(aci);
        Assert.Equal(AuthenticationForm.Key, HostingAuthentication.DefaultOf(Aks));
        Assert.IsType<WebServiceState.WithKeys>(aks);
        Assert.True(aci.Apply(new WebServiceEvent.KeysEnabled(first, second, at)).IsT0);
        Assert.True(aci.Apply(new WebServiceEvent.TokensEnabled(at)).IsT1);
        Assert.True(aks.Apply(new WebServiceEvent.AuthenticationDisabled(at)).Expect().Next
            .Apply(new WebServiceEvent.TokensEnabled(at)).IsT0);
    }

    [Fact]
    public void A_form_that_the_target_does_not_have_is_a_violation()
    {
        var finding = Assert.Single(HostingAuthentication.Assess(Aci, AuthenticationForm.Token, true, "$.token"));

        Assert.Equal(
            ("AUTHN-11", FindingSeverity.Violation, "$.token"), (finding.Rule.Text, finding.Severity, finding.Path));
        Assert.Equal(
            FindingSeverity.Undetermined,
            Assert.Single(HostingAuthentication.Assess(Aci, AuthenticationForm.Token, null, "$")).Severity);
        Assert.Empty(HostingAuthentication.Assess(Aci, AuthenticationForm.Token, false, "$"));
        Assert.Empty(HostingAuthentication.Assess(Aci, AuthenticationForm.Key, true, "$"));
        Assert.Empty(HostingAuthentication.Assess(Aks, AuthenticationForm.Token, null, "$"));
    }

    [Fact]
    public void A_target_or_form_that_there_is_not_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => HostingAuthentication.Find((HostingTarget)9, AuthenticationForm.Key));
        Assert.Throws<ArgumentOutOfRangeException>(() => HostingAuthentication.Find(Aks, (AuthenticationForm)9));
    }
}
