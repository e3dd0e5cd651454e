using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "TLS-05")]
public sealed class ServiceHostNameTests
{
    private static readonly Region EastUs2 = Region.Read("East US 2").Expect();

    [Theory]
    [InlineData("score.contoso.com", "score.contoso.com", null)]
    [InlineData("Score.Contoso.com.", "score.contoso.COM", null)]
    [InlineData("mlabc123.eastus.cloudapp.azure.net", "mlabc123.eastus.cloudapp.azure.com", null)]
    [InlineData("*.contoso.com", "score.contoso.com", FindingSeverity.Warning)]
    [InlineData("*.contoso.com", "a.score.contoso.com", FindingSeverity.Violation)]
    [InlineData("*.contoso.com", "contoso.com", FindingSeverity.Violation)]
    [InlineData("*.", "score.", FindingSeverity.Violation)]
    [InlineData("contoso.com", "score.contoso.com", FindingSeverity.Violation)]
    [InlineData("score.contoso.net", "score.contoso.com", FindingSeverity.Violation)]
    [InlineData("score.\u212Aontoso.com", "score.kontoso.com", FindingSeverity.Violation)]
    [InlineData("", "", FindingSeverity.Violation)]
    [InlineData(null, "score.contoso.com", FindingSeverity.Undetermined)]
    [InlineData("score.contoso.com", null, FindingSeverity.Undetermined)]
    public void The_certificate_names_the_address_that_clients_use(
        string? named, string? used, FindingSeverity? expected)
    {
        var findings = ServiceHostName.Assess(named, used, "$.ssl_cname");

        Assert.Equal(expected, findings.Select(finding => (FindingSeverity?)finding.Severity).SingleOrDefault());
        Assert.All(findings, finding => Assert.Equal("TLS-05", finding.Rule.Text));
    }

    [Theory]
    [InlineData("churnab12cd.eastus2.cloudapp.azure.com", true)]
    [InlineData("churnab12cd.eastus2.cloudapp.azure.net", true)]
    [InlineData("CHURNAB12CD.EastUS2.cloudapp.azure.com.", true)]
    [InlineData("churnab12c.eastus2.cloudapp.azure.com", false)]
    [InlineData("churnab12cde.eastus2.cloudapp.azure.com", false)]
    [InlineData("churnab-2cd.eastus2.cloudapp.azure.com", false)]
    [InlineData("churnab12cd.eastus.cloudapp.azure.com", false)]
    [InlineData("churnab12cd.eastus2.cloudapp.azure.org", false)]
    [InlineData("sales1ab12cd.eastus2.cloudapp.azure.com", false)]
    [InlineData("", false)]
    public void A_generated_name_is_label_six_characters_region_and_either_ending(string host, bool expected)
    {
        Assert.Equal(expected, ServiceHostName.IsGenerated(host, "churn", EastUs2));
        Assert.Equal(
            expected ? [] : [FindingSeverity.Violation],
            ServiceHostName.AssessGenerated("churn", EastUs2, host, "$").Select(finding => finding.Severity));
    }

    [Fact]
    public void A_region_or_address_that_is_not_known_leaves_it_open()
    {
        Assert.Equal(
            FindingSeverity.Undetermined,
            Assert.Single(ServiceHostName.AssessGenerated("churn", null, "x", "$")).Severity);
        Assert.Equal(
            FindingSeverity.Undetermined,
            Assert.Single(ServiceHostName.AssessGenerated("churn", EastUs2, null, "$")).Severity);
        Assert.Throws<ArgumentException>(() => ServiceHostName.IsGenerated("x", "", EastUs2));
    }
}
