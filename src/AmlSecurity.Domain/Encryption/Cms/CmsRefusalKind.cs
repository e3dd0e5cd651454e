using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>Lists why a message is not opened.</summary>
/// <remarks>The default is a failed authentication; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CmsRefusalKind>))]
public enum CmsRefusalKind
{
    /// <summary>The key, the context or a byte is another one. Which is never said.</summary>
    [JsonStringEnumMemberName("notAuthentic")]
    NotAuthentic,

    /// <summary>It is no such message, or one whose lengths lie.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>It is longer, or has more recipients, than is read.</summary>
    [JsonStringEnumMemberName("tooLarge")]
    TooLarge,

    /// <summary>Bytes follow the message.</summary>
    [JsonStringEnumMemberName("trailingBytes")]
    TrailingBytes,

    /// <summary>It holds another type of content.</summary>
    [JsonStringEnumMemberName("unsupportedContent")]
    UnsupportedContent,

    /// <summary>It is made with another algorithm, such as RSA in the padding of PKCS #1 v1.5.</summary>
    [JsonStringEnumMemberName("unsupportedAlgorithm")]
    UnsupportedAlgorithm,

    /// <summary>Its nonce has not 12 bytes.</summary>
    [JsonStringEnumMemberName("unsupportedNonce")]
    UnsupportedNonce,

    /// <summary>Its authentication tag has fewer than 16 bytes.</summary>
    [JsonStringEnumMemberName("shortTag")]
    ShortTag,

    /// <summary>It is for nobody whose key was given.</summary>
    [JsonStringEnumMemberName("noRecipient")]
    NoRecipient,

    /// <summary>More than one recipient fits the keys that were given.</summary>
    [JsonStringEnumMemberName("severalRecipients")]
    SeveralRecipients,
}
