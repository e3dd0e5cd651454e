using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges the deployment configuration of a web service: authentication, TLS, key and log (AUTHN-08, AUTHN-11,
/// DEC-06, DEC-10, TLS-01, TLS-04, TLS-05, ENC-29, ENC-32).</summary>
internal static class ServiceAssessment
{
    public static IEnumerable<Finding> Assess(ServiceSettings service, AssessmentFacts facts) =>
    [
        .. Authentication(service),
        .. Tls(service, facts),
        .. Key(service, facts),
        .. Log(service),
    ];

    private static IEnumerable<Finding> Authentication(ServiceSettings service)
    {
        var keys = IsOn(service.Keys, HostingAuthentication.Find(service.Target, AuthenticationForm.Key));
        var tokens = IsOn(service.Tokens, HostingAuthentication.Find(service.Target, AuthenticationForm.Token));
        foreach (var finding in HostingAuthentication.Assess(
            service.Target, AuthenticationForm.Token, tokens, service.Tokens.Place))
        {
            yield return finding;
        }

        if (keys == true && tokens == true)
        {
            yield return Say.Violation(
                AssessmentRules.OneForm,
                service.Tokens,
                "keys and tokens are both on",
                "turn one of them off");
        }
        else if (keys == false && tokens == false)
        {
            yield return Say.Warning(
                AssessmentRules.Anonymous,
                service.Keys,
                "authentication is off: every call is accepted",
                "turn on keys, or tokens on Azure Kubernetes Service");
        }
        else if (keys is null || tokens is null)
        {
            yield return Say.Open(
                AssessmentRules.OneForm,
                keys is null ? service.Keys : service.Tokens,
                "whether exactly one form of authentication is on is not known");
        }
    }

    private static bool? IsOn(ConfigurationNode node, FormAvailability availability) => node switch
    {
        { IsUnresolved: true } => null,
        { AsBoolean: { } isOn } => isOn,
        { IsKnown: true } => null,
        _ => availability == FormAvailability.OnByDefault,
    };

    private static IEnumerable<Finding> Tls(ServiceSettings service, AssessmentFacts facts)
    {
        var label = service.LeafDomainLabel;
        if (label.IsUnresolved || service.Tls.IsUnresolved)
        {
            return [Say.Open(
                AssessmentRules.OptionalTls,
                service.Tls.IsUnresolved ? service.Tls : label,
                "whether calls are protected by TLS is not known")];
        }

        if (label.AsText is { Length: > 0 } text)
        {
            return
            [
                .. WebServiceTls.AssessSource(service.Target, CertificateSource.LeafDomainLabel, label.Place),
                .. service.Target == HostingTarget.KubernetesService
                    ? ServiceHostName.AssessGenerated(
                        text, Regions.Of(service.Body["location"]), facts.ServiceAddress, label.Place)
                    : [],
            ];
        }

        return service.Tls.AsBoolean == true ? Own(service, facts)
            :
            [
                Say.Advice(
                    AssessmentRules.OptionalTls,
                    service.Tls,
                    "calls are not protected by TLS",
                    "turn TLS on, with a certificate for the address that clients use"),
            ];
    }

    private static IEnumerable<Finding> Own(ServiceSettings service, AssessmentFacts facts) =>
    [
        .. WebServiceTls.AssessOwn(
            IsGiven(service.Certificate),
            IsGiven(service.CertificateKey),
            IsGiven(service.CertificateName),
            service.Body.Place),
        .. service.CertificateName.IsKnown || service.CertificateName.IsUnresolved
            ? ServiceHostName.Assess(service.CertificateName.AsText, facts.ServiceAddress, service.CertificateName.Place)
            : [],
    ];

    private static bool? IsGiven(ConfigurationNode node) =>
        node.IsUnresolved ? null : node.AsText is { Length: > 0 };

    public static IEnumerable<Finding> Key(ServiceSettings service, AssessmentFacts facts)
    {
        if (service.Target == HostingTarget.KubernetesService)
        {
            return HostingEncryption.AssessKubernetes(
                facts.Kubernetes, facts.AreKubernetesDisksEncrypted, service.Body.Place);
        }

        ImmutableArray<ConfigurationNode> values = [service.VaultUrl, service.KeyName, service.KeyVersion];
        return values.Any(value => value.IsUnresolved)
            ? [Say.Open(
                RuleId.Of("ENC-29"),
                values.First(value => value.IsUnresolved),
                "whether all three values of the key are given is not known")]
            : new ContainerInstanceKey(service.VaultUrl.AsText, service.KeyName.AsText, service.KeyVersion.AsText)
                .Assess(service.Body.Place);
    }

    private static IEnumerable<Finding> Log(ServiceSettings service)
    {
        if (service.Insights.IsUnresolved)
        {
            yield return Say.Open(
                AssessmentRules.ScoringLog, service.Insights, "whether scoring requests are logged is not known");
        }
        else if (service.Insights.AsBoolean != true)
        {
            yield return Say.Advice(
                AssessmentRules.ScoringLog,
                service.Insights,
                "no details of scoring requests are kept",
                "enable Application Insights for the web service");
        }
    }
}
