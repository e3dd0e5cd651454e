using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Says where the certificate of a web service comes from (TLS-04).</summary>
/// <remarks>The default is <see cref="Own"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CertificateSource>))]
public enum CertificateSource
{
    /// <summary>The owner of the service brings it: <c>ssl_cert_pem_file</c>, <c>ssl_key_pem_file</c> and
    /// <c>ssl_cname</c>.</summary>
    [JsonStringEnumMemberName("own")]
    Own,

    /// <summary>Microsoft makes it for a generated name: <c>leaf_domain_label</c>.</summary>
    [JsonStringEnumMemberName("leafDomainLabel")]
    LeafDomainLabel,
}
