using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "VNET-05")]
public sealed class ClusterNetworkTests
{
    [Fact]
    public void Ranges_that_keep_apart_are_sound() =>
        Assert.Empty(Of("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", "10.1.0.0/24", "192.168.0.0/24").Assess("$"));

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.0.10", "172.17.0.1/16", "10.1.4.0/24", "$.serviceCidr")]
    [InlineData("10.0.0.0/24", "10.0.0.10", "172.17.0.1/16", "10.0.0.0/8", "$.serviceCidr")]
    [InlineData("10.0.0.0/16", "10.2.0.10", "172.17.0.1/16", "10.1.0.0/24", "$.dnsServiceIP")]
    [InlineData("10.0.0.0/16", "10.0.0.10", "10.1.0.1/16", "10.1.0.0/24", "$.dockerBridgeCidr")]
    [InlineData("10.0.0.0/16", "10.0.0.10", "10.0.4.1/24", "10.1.0.0/24", "$.dockerBridgeCidr")]
    public void Each_overlap_and_an_address_outside_is_a_violation_at_its_place(
        string service, string dns, string bridge, string subnet, string path)
    {
        var finding = Assert.Single(Of(service, dns, bridge, subnet).Assess("$"));

        Assert.Equal(
            ("VNET-05", FindingSeverity.Violation, path), (finding.Rule.Text, finding.Severity, finding.Path));
    }

    [Fact]
    public void Every_subnet_that_overlaps_is_named()
    {
        var findings = Of("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", "10.0.1.0/24", "10.1.0.0/24", "10.0.2.0/24")
            .Assess("$");

        Assert.Equal(["10.0.1.0/24", "10.0.2.0/24"], findings.Select(finding => finding.Message.Split('`')[3]));
    }

    [Fact]
    public void What_is_not_known_leaves_open_what_it_could_decide()
    {
        var known = Of("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", "10.1.0.0/24");

        Assert.Equal(4, new ClusterNetwork(null, null, null, null).Assess("$").Length);
        Assert.All(
            new ClusterNetwork(null, null, null, null).Assess("$"),
            finding => Assert.Equal(FindingSeverity.Undetermined, finding.Severity));
        Assert.Equal(
            ["$.serviceCidr", "$.dockerBridgeCidr"],
            (known with { Subnets = null }).Assess("$").Select(finding => finding.Path));
        Assert.Equal("$.dnsServiceIP", Assert.Single((known with { DnsAddress = null }).Assess("$")).Path);
        Assert.Equal(2, (known with { DockerBridge = null }).Assess("$").Length);
        Assert.Equal(3, (known with { ServiceRange = null }).Assess("$").Length);
    }

    [Fact]
    public void Networks_are_equal_by_their_ranges()
    {
        var one = Of("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", "10.1.0.0/24");

        Assert.Equal(one, Of("10.0.9.0/16", "10.0.0.10", "172.17.0.0/16", "10.1.0.0/24"));
        Assert.Equal(one.GetHashCode(), Of("10.0.9.0/16", "10.0.0.10", "172.17.0.0/16", "10.1.0.0/24").GetHashCode());
        Assert.NotEqual(one, Of("10.0.0.0/16", "10.0.0.10", "172.17.0.1/16", "10.2.0.0/24"));
        Assert.NotEqual(one, one with { Subnets = null });
    }

    private static ClusterNetwork Of(string service, string dns, string bridge, params string[] subnets) => new(
        AddressRange.Read(service).Expect(),
        NetworkAddress.Read(dns).Expect(),
        AddressRange.Read(bridge).Expect(),
        [.. subnets.Select(subnet => AddressRange.Read(subnet).Expect())]);
}
