using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>A shared key, a certificate with its key, a context and some data, and a folder for files.</summary>
internal sealed class CmsLab : IDisposable
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(at => (byte)at)];
    public static readonly byte[] Identifier = [0xA1, 0xB2, 0xC3];
    public static readonly EncryptionContext Context =
        EncryptionContext.Create([new("asset", "churn"), new("assetKind", "model"), new("x-é", "")]).Expect();

    public static readonly RSA Rsa = RsaKeys.Copy(0);
    public static readonly X509Certificate2 Certificate = SelfSigned("CN=recipient", Rsa);

    private readonly string _folder = Directory.CreateTempSubdirectory("amlsec-cms-").FullName;

    public static byte[] Data { get; } = [.. Enumerable.Range(0, 20_000).Select(at => (byte)(at * 7))];

    public static CmsRecipient.SharedKey Shared { get; } = new(Identifier, new AesKeyWrap(Key));

    public static CmsRecipient.CertificateHolder Holder { get; } = new(Certificate, Rsa);

    public static string[] SharedArguments =>
        ["-secretkey", Convert.ToHexString(Key), "-secretkeyid", Convert.ToHexString(Identifier)];

    public string[] HolderArguments
    {
        get
        {
            var (certificate, key) = (PathOf("certificate.pem"), PathOf("key.pem"));
            File.WriteAllText(certificate, Certificate.ExportCertificatePem());
            File.WriteAllText(key, Rsa.ExportPkcs8PrivateKeyPem());
            return ["-recip", certificate, "-inkey", key];
        }
    }

    public static byte[] Export(EncryptionContext? context, params ReadOnlySpan<CmsRecipient> recipients) =>
        CmsEnvelope.Export(Data, context, new SystemRandomSource(), recipients);

    public static X509Certificate2 SelfSigned(string name, RSA key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Keep(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
