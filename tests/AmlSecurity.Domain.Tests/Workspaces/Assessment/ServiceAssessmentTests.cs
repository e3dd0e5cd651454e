using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Rules.FindingSeverity;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

public sealed class ServiceAssessmentTests
{
    [Theory]
    [Trait("Rule", "AUTHN-08")]
    [Trait("Rule", "AUTHN-11")]
    [Trait("Rule", "DEC-10")]
    [InlineData("""{"computeType":"AKS","authEnabled":true,"tokenAuthEnabled":true}""", "AUTHN-08", Violation)]
    [InlineData("""{"computeType":"AKS","tokenAuthEnabled":true}""", "AUTHN-08", Violation)]
    [InlineData("""{"computeType":"aks","authEnabled":false,"tokenAuthEnabled":true}""", null, null)]
    [InlineData("""{"computeType":"AKS"}""", null, null)]
    [InlineData("""{"computeType":"AKS","auth_enabled":false}""", "DEC-10", Warning)]
    [InlineData("""{"computeType":"ACI"}""", "DEC-10", Warning)]
    [InlineData("""{"computeType":"ACI","authEnabled":true}""", null, null)]
    [InlineData("""{"computeType":"ACI","authEnabled":false,"tokenAuthEnabled":true}""", "AUTHN-11", Violation)]
    public void One_form_of_authentication_is_on_that_the_target_has(string document, string? rule, FindingSeverity? severity)
    {
        var found = Find(document)
            .Where(finding => finding.Rule.Text is "AUTHN-08" or "AUTHN-11" or "DEC-10")
            .Select(finding => ((string?)finding.Rule.Text, (FindingSeverity?)finding.Severity));

        Assert.Equal(rule is null ? [] : [(rule, severity)], found);
    }

    [Fact]
    [Trait("Rule", "ENC-29")]
    public void A_container_group_takes_all_three_values_of_its_key_or_none()
    {
        const string Vault = "\"vaultBaseUrl\":\"https://vault1.vault.azure.net\"";
        const string Rest = ",\"keyName\":\"k\",\"keyVersion\":\"aabbccddee112233445566778899aabb\"";

        Assert.Equal([Violation, Violation], Find($$"""{"computeType":"ACI",{{Vault}}}""").Under("ENC-29"));
        Assert.Empty(Find($$"""{"computeType":"ACI",{{Vault}}{{Rest}}}""").Under("ENC-29"));
        Assert.Empty(Find("""{"computeType":"ACI"}""").Under("ENC-29"));
        Assert.Equal([Violation, Violation], Find(Resource($"{Group}/providers/Microsoft.ContainerInstance/containerGroups/g1", $$$"""
            "encryptionProperties":{{{{Vault}}}}
            """)).Under("ENC-29"));
    }

    [Theory]
    [Trait("Rule", "ENC-32")]
    [InlineData("1.9", Violation)]
    [InlineData("1.17", null)]
    [InlineData(null, Undetermined)]
    public void Disks_of_a_cluster_are_encrypted_from_Kubernetes_1_17_on(string? version, FindingSeverity? severity)
    {
        var facts = Known with
        {
            AreKubernetesDisksEncrypted = true,
            Kubernetes = version is null ? null : KubernetesVersion.Read(version).Expect(),
        };

        Assert.Equal(
            severity is { } one ? [one] : [], Find(facts, """{"computeType":"AKS"}""").Under("ENC-32"));
    }

    [Fact]
    [Trait("Rule", "TLS-01")]
    [Trait("Rule", "TLS-04")]
    [Trait("Rule", "TLS-05")]
    public void Tls_is_advised_and_its_certificate_is_for_the_address_of_the_clients()
    {
        const string Own =
            "\"sslEnabled\":true,\"sslCertificate\":\"c\",\"sslKey\":\"k\",\"cname\":\"score.contoso.com\"";
        var facts = Known with { ServiceAddress = "other.contoso.com" };

        Assert.Equal([Advice], Find("""{"computeType":"ACI"}""").Under("TLS-01"));
        Assert.Equal([Violation], Find("""{"computeType":"ACI","leaf_domain_label":"x"}""").Under("TLS-04"));
        Assert.Empty(Find("""{"computeType":"AKS","leaf_domain_label":"x"}""").Under("TLS-04"));
        Assert.Equal(3, Find("""{"computeType":"ACI","sslEnabled":true}""").Under("TLS-04").Count());
        Assert.Equal([Violation], Find(facts, $$"""{"computeType":"ACI",{{Own}}}""").Under("TLS-05"));
        Assert.Empty(Find(facts with { ServiceAddress = "score.contoso.com" }, $$"""{"computeType":"ACI",{{Own}}}""").Under("TLS-05"));
    }

    [Fact]
    [Trait("Rule", "DEC-06")]
    public void Scoring_requests_are_logged_only_where_that_is_turned_on()
    {
        Assert.Equal([Advice], Find("""{"computeType":"AKS"}""").Under("DEC-06"));
        Assert.Empty(Find("""{"computeType":"AKS","appInsightsEnabled":true}""").Under("DEC-06"));
    }
}
