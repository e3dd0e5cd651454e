namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Says why a message is not opened, and where that shows.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Place">The part by the names of the standards, such as
/// <c>recipientInfos[1].keyEncryptionAlgorithm</c>; empty where no part can be named.</param>
/// <remarks>Equal by both; no order. The default is a failed authentication. Holds no input.</remarks>
public readonly record struct CmsRefusal(CmsRefusalKind Kind, string Place = "")
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Kind switch
    {
        CmsRefusalKind.NotAuthentic => "the message is not authentic for this key and context",
        CmsRefusalKind.Malformed => $"the message is malformed at {Place}",
        CmsRefusalKind.TooLarge => $"the message is too large at {Place}",
        CmsRefusalKind.TrailingBytes => "bytes follow the message",
        CmsRefusalKind.UnsupportedContent => $"the message holds another type of content at {Place}",
        CmsRefusalKind.UnsupportedAlgorithm => $"the message is made with another algorithm at {Place}",
        CmsRefusalKind.UnsupportedNonce => "the nonce has not 12 bytes",
        CmsRefusalKind.ShortTag => "the tag has fewer than 16 bytes",
        CmsRefusalKind.NoRecipient => "the message is for nobody whose key was given",
        _ => "more than one recipient of the message fits the keys that were given",
    };
}
