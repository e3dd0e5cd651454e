namespace AmlSecurity.Domain.Encryption.Cms;

/// <summary>The object identifiers of the messages (RFC 5083, RFC 5084, RFC 5652, RFC 3565, RFC 4055).</summary>
internal static class CmsOid
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string AuthEnvelopedData = "1.2.840.113549.1.9.16.1.23";
    public const string Aes256Gcm = "2.16.840.1.101.3.4.1.46";
    public const string Aes256Wrap = "2.16.840.1.101.3.4.1.45";
    public const string RsaOaep = "1.2.840.113549.1.1.7";
    public const string Mgf1 = "1.2.840.113549.1.1.8";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string ContentTypeAttribute = "1.2.840.113549.1.9.3";
}
