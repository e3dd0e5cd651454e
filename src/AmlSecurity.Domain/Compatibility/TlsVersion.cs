using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists the versions of TLS.</summary>
/// <remarks>Ordered by age, the oldest first. The default is <see cref="Tls10"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TlsVersion>))]
public enum TlsVersion
{
    /// <summary>TLS 1.0 (RFC 2246).</summary>
    [JsonStringEnumMemberName("1.0")]
    Tls10,

    /// <summary>TLS 1.1 (RFC 4346).</summary>
    [JsonStringEnumMemberName("1.1")]
    Tls11,

    /// <summary>TLS 1.2 (RFC 5246).</summary>
    [JsonStringEnumMemberName("1.2")]
    Tls12,

    /// <summary>TLS 1.3 (RFC 8446).</summary>
    [JsonStringEnumMemberName("1.3")]
    Tls13,
}
