using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Auditing.Cms;

/// <summary>Lists why an answer of a time-stamping authority is not accepted.</summary>
/// <remarks>The default is a malformed answer; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TimeStampRefusal>))]
public enum TimeStampRefusal
{
    /// <summary>It is no answer or token of RFC 3161, or bytes follow it.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>The authority refused, or the token is about another request.</summary>
    [JsonStringEnumMemberName("otherRequest")]
    OtherRequest,

    /// <summary>The token is about another checkpoint.</summary>
    [JsonStringEnumMemberName("otherCheckpoint")]
    OtherCheckpoint,

    /// <summary>The token is signed by somebody else than the certificate that is trusted, or that certificate is not
    /// for time stamps.</summary>
    [JsonStringEnumMemberName("otherSigner")]
    OtherSigner,

    /// <summary>The signature of the token does not fit.</summary>
    [JsonStringEnumMemberName("badSignature")]
    BadSignature,

    /// <summary>The time is not within the validity of the certificate.</summary>
    [JsonStringEnumMemberName("outsideValidity")]
    OutsideValidity,
}
