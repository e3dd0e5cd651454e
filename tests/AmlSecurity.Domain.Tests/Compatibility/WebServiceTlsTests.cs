using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

public sealed class WebServiceTlsTests
{
    private const HostingTarget Aci = HostingTarget.ContainerInstances;
    private const HostingTarget Aks = HostingTarget.KubernetesService;

    [Theory]
    [Trait("Rule", "TLS-03")]
    [InlineData(TlsVersion.Tls10, FindingSeverity.Violation)]
    [InlineData(TlsVersion.Tls11, FindingSeverity.Violation)]
    [InlineData(TlsVersion.Tls12, null)]
    [InlineData(TlsVersion.Tls13, FindingSeverity.Violation)]
    [InlineData(null, FindingSeverity.Undetermined)]
    public void A_service_speaks_TLS_1_2_only(TlsVersion? version, FindingSeverity? expected)
    {
        Assert.Equal(expected, SeverityOf(WebServiceTls.AssessVersion(version, "$")));
        Assert.Equal(version == TlsVersion.Tls12, version is { } known && WebServiceTls.Speaks(known));
    }

    [Theory]
    [Trait("Rule", "TLS-04")]
    [InlineData(Aci, CertificateSource.Own, null)]
    [InlineData(Aci, CertificateSource.LeafDomainLabel, FindingSeverity.Violation)]
    [InlineData(Aci, null, FindingSeverity.Undetermined)]
    [InlineData(Aks, CertificateSource.Own, null)]
    [InlineData(Aks, CertificateSource.LeafDomainLabel, null)]
    [InlineData(Aks, null, null)]
    public void Only_a_cluster_takes_a_certificate_that_Microsoft_makes(
        HostingTarget target, CertificateSource? source, FindingSeverity? expected)
    {
        var findings = WebServiceTls.AssessSource(target, source, "$.tls");

        Assert.Equal(expected, SeverityOf(findings));
        Assert.All(findings, finding => Assert.Equal(("TLS-04", "$.tls"), (finding.Rule.Text, finding.Path)));
        Assert.Equal(
            source is not null && expected is null,
            source is { } known && WebServiceTls.SourcesOf(target).Contains(known));
    }

    [Fact]
    [Trait("Rule", "TLS-04")]
    public void An_own_certificate_is_given_with_its_key_and_its_name()
    {
        Assert.Empty(WebServiceTls.AssessOwn(true, true, true, "$"));
        Assert.Equal(
            ["Violation $.ssl_cert_pem_file", "Undetermined $.ssl_key_pem_file", "Violation $.ssl_cname"],
            WebServiceTls.AssessOwn(false, null, false, "$").Select(finding => $"{finding.Severity} {finding.Path}"));
    }

    [Fact]
    public void A_target_that_there_is_not_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WebServiceTls.SourcesOf((HostingTarget)9));

    private static FindingSeverity? SeverityOf(IEnumerable<Finding> findings) =>
        findings.Select(finding => (FindingSeverity?)finding.Severity).SingleOrDefault();
}
