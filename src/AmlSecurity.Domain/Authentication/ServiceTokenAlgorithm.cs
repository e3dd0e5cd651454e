namespace AmlSecurity.Domain.Authentication;

/// <summary>Lists how a service token is signed (RFC 7518, section 3.1).</summary>
/// <remarks>The default is <see cref="ES256"/>.</remarks>
public enum ServiceTokenAlgorithm
{
    /// <summary>ECDSA over P-256 with SHA-256, as 64 bytes.</summary>
    ES256,

    /// <summary>HMAC with SHA-256, 32 bytes.</summary>
    HS256,
}
