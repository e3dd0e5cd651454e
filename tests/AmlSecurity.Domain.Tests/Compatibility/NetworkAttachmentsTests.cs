using AmlSecurity.Domain.Compatibility;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "DEC-17")]
public sealed class NetworkAttachmentsTests
{
    private const NetworkAttachment None = NetworkAttachment.None;
    private const NetworkAttachment Vnet = NetworkAttachment.VirtualNetwork;
    private const NetworkAttachment Link = NetworkAttachment.PrivateLink;

    [Theory]
    [InlineData(None, None, None)]
    [InlineData(None, Vnet, Vnet)]
    [InlineData(Vnet, Vnet, Vnet)]
    [InlineData(None, Link, Link)]
    [InlineData(Vnet, Link, Link)]
    [InlineData(Link, Link, Link)]
    [InlineData(null, Link, Link)]
    [InlineData(null, Vnet, null)]
    [InlineData(null, None, null)]
    [InlineData(null, null, null)]
    public void The_stronger_of_two_attachments_of_one_resource_counts(
        NetworkAttachment? first, NetworkAttachment? second, NetworkAttachment? expected)
    {
        Assert.Equal(expected, NetworkAttachments.Combine(first, second));
        Assert.Equal(expected, NetworkAttachments.Combine(second, first));
    }

    [Theory]
    [InlineData(PrivateEndpointStatus.Pending, Link)]
    [InlineData(PrivateEndpointStatus.Approved, Link)]
    [InlineData(PrivateEndpointStatus.Rejected, None)]
    [InlineData(PrivateEndpointStatus.Disconnected, None)]
    [InlineData(PrivateEndpointStatus.Timeout, null)]
    public void An_endpoint_that_waits_counts_and_one_that_is_refused_does_not(
        PrivateEndpointStatus status, NetworkAttachment? expected) =>
        Assert.Equal(expected, NetworkAttachments.Of(status));

    [Fact]
    public void A_status_that_there_is_not_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkAttachments.Of((PrivateEndpointStatus)9));
}
