using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>Lists why a CMS signature over a checkpoint is not accepted.</summary>
/// <remarks>The default is a malformed message; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CmsSignatureRefusal>))]
public enum CmsSignatureRefusal
{
    /// <summary>It is no SignedData, or bytes follow it.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>It holds content of its own, and is to be detached.</summary>
    [JsonStringEnumMemberName("notDetached")]
    NotDetached,

    /// <summary>It has no signer, or several.</summary>
    [JsonStringEnumMemberName("notOneSigner")]
    NotOneSigner,

    /// <summary>It is signed by, or encloses the certificate of, somebody else than who is trusted.</summary>
    [JsonStringEnumMemberName("otherSigner")]
    OtherSigner,

    /// <summary>Its digest is weaker than SHA-256.</summary>
    [JsonStringEnumMemberName("weakDigest")]
    WeakDigest,

    /// <summary>The signature does not fit the checkpoint.</summary>
    [JsonStringEnumMemberName("badSignature")]
    BadSignature,
}
