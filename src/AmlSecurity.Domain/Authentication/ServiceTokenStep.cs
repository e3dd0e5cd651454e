namespace AmlSecurity.Domain.Authentication;

/// <summary>Lists the steps by which a service token is checked, in their order; the number is the one of the
/// profile.</summary>
/// <remarks>The default is no step.</remarks>
public enum ServiceTokenStep
{
    /// <summary>None: every step was passed.</summary>
    None,

    /// <summary>At most 4,096 bytes.</summary>
    Size,

    /// <summary>Three parts between two dots, none empty.</summary>
    Parts,

    /// <summary>A header that is, byte for byte, one of those of a configured key.</summary>
    Header,

    /// <summary>The algorithm is the key's, and the key is long enough.</summary>
    Algorithm,

    /// <summary>The alphabet of base64url, without padding and with no bit left over.</summary>
    Encoding,

    /// <summary>The signature.</summary>
    Signature,

    /// <summary>A payload that is one sound JSON object.</summary>
    Payload,

    /// <summary>The times.</summary>
    Times,

    /// <summary>Issuer and audience.</summary>
    Parties,

    /// <summary>The workspace, and every claim that is required, demanded or known.</summary>
    Claims,

    /// <summary>Not revoked.</summary>
    Revocation,

    /// <summary>A key that is neither too old, nor too new, nor revoked.</summary>
    KeyAge,

    /// <summary>An error that says which step failed and nothing of the token.</summary>
    Report,
}
