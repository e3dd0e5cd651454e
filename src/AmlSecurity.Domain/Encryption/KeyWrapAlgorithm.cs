namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists the ways in which a data key is wrapped. The numbers stand in envelopes.</summary>
public enum KeyWrapAlgorithm
{
    /// <summary>RSA-OAEP with SHA-256; see <see cref="Encryption.RsaOaep256"/>.</summary>
    RsaOaep256 = 1,

    /// <summary>AES key wrap with a 256-bit key (RFC 3394); see <see cref="AesKeyWrap"/>.</summary>
    A256KW = 2,
}
