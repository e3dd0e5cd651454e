using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Encryption.Cms;

namespace AmlSecurity.Domain.Tests.Auditing.Cms;

/// <summary>A checkpoint, a signer of it, and a time-stamping authority that runs in <c>openssl</c>.</summary>
internal sealed class AuthorityLab : IDisposable
{
    public static readonly Checkpoint Checkpoint = Domain.Auditing.Checkpoint.Create(
        "ml.example/audit", 3, [.. SHA256.HashData("root"u8)]);

    public static readonly Checkpoint Other = Domain.Auditing.Checkpoint.Create(
        "ml.example/audit", 4, [.. SHA256.HashData("root"u8)]);

    public static readonly RSA Rsa = RsaKeys.Copy(0);
    public static readonly ECDsa EcDsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly X509Certificate2 Signer = Certify(new CertificateRequest("CN=auditor", EcDsa, HashAlgorithmName.SHA256));
    public static readonly X509Certificate2 RsaSigner =
        Certify(new CertificateRequest("CN=auditor", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static readonly X509Certificate2 Authority = ForTimeStamps("CN=time");

    private readonly string _folder = Directory.CreateTempSubdirectory("amlsec-tsa-").FullName;

    public static X509Certificate2 ForTimeStamps(string name)
    {
        var request = new CertificateRequest(name, Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        return Certify(request);
    }

    /// <summary>Has the authority answer a request.</summary>
    public byte[] Answer(byte[] request, params string[] more)
    {
        Keep("authority.pem", Encoding.ASCII.GetBytes(Authority.ExportCertificatePem()));
        Keep("key.pem", Encoding.ASCII.GetBytes(Rsa.ExportPkcs8PrivateKeyPem()));
        Keep("serial", "41\n"u8.ToArray());
        Keep("tsa.cnf", Encoding.ASCII.GetBytes($"""
            [tsa]
            default_tsa = own
            [own]
            serial = {PathOf("serial")}
            signer_cert = {PathOf("authority.pem")}
            signer_key = {PathOf("key.pem")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha512
            accuracy = secs:1, millisecs:500
            ess_cert_id_alg = sha256
            """));
        OpenSslProgram.Succeed(
        [
            "ts", "-reply", "-config", PathOf("tsa.cnf"), "-queryfile", Keep("request.tsq", request),
            "-out", PathOf("reply.tsr"), .. more,
        ]);
        return File.ReadAllBytes(PathOf("reply.tsr"));
    }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Keep(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static X509Certificate2 Certify(CertificateRequest request) => request.CreateSelfSigned(
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
