namespace AmlSecurity.Domain.Compatibility;

/// <summary>Sums up what is known about one resource (DEC-17).</summary>
/// <remarks>Null is an attachment that is not known. Holds nothing, hence safe for concurrent use.</remarks>
public static class NetworkAttachments
{
    /// <summary>Combines two things that are said of one resource: the stronger one counts.</summary>
    /// <param name="first">One of them.</param>
    /// <param name="second">The other.</param>
    /// <returns>Private link if either is; null if either is not known and could still be; else the stronger.</returns>
    public static NetworkAttachment? Combine(NetworkAttachment? first, NetworkAttachment? second) =>
        (first, second) switch
        {
            (NetworkAttachment.PrivateLink, _) or (_, NetworkAttachment.PrivateLink) => NetworkAttachment.PrivateLink,
            (null, _) or (_, null) => null,
            _ => first > second ? first : second,
        };

    /// <summary>Reads what the status of a private endpoint says about its resource.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Private link while it is approved or may yet be; none once it is refused or gone; null after a
    /// timeout, which no page explains.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public static NetworkAttachment? Of(PrivateEndpointStatus status) => status switch
    {
        PrivateEndpointStatus.Pending or PrivateEndpointStatus.Approved => NetworkAttachment.PrivateLink,
        PrivateEndpointStatus.Rejected or PrivateEndpointStatus.Disconnected => NetworkAttachment.None,
        PrivateEndpointStatus.Timeout => null,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
