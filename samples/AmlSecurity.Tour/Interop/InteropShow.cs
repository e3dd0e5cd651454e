using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Tour.Interop;

/// <summary>A message, a signed checkpoint and a request for a time stamp, as lines for a shell with
/// <c>openssl</c>.</summary>
internal sealed class InteropShow
{
    private const string KeyName = "c0ffee";

    private InteropShow(ImmutableArray<string> lines) => Lines = lines;

    /// <summary>Gets the lines. They make their files in the folder where they are run.</summary>
    public ImmutableArray<string> Lines { get; }

    public static InteropShow Make()
    {
        var random = new SystemRandomSource();
        var key = new byte[32];
        random.Fill(key);
        var context = EncryptionContext.Create([new("assetKind", "model"), new("asset", "churn")]).Expect();
        using var wrap = new AesKeyWrap(key);
        var message = CmsEnvelope.Export(
            "weights of the model\n"u8,
            context,
            random,
            new CmsRecipient.SharedKey(Convert.FromHexString(KeyName), wrap));

        using var signerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = new CertificateRequest("CN=auditor", signerKey, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var checkpoint = Checkpoint.Create("ml.example/audit", 1, [.. SHA256.HashData("one record"u8)]);
        return new InteropShow(
        [
            "# A model sealed for whoever shares a key, and opened",
            Keep(message, "message.der"),
            $"openssl cms -decrypt -binary -inform DER -in message.der -secretkey {Convert.ToHexString(key)} "
                + $"-secretkeyid {KeyName} -out content.der",
            "openssl asn1parse -inform DER -in content.der",
            "# A checkpoint, signed, and verified",
            Keep(checkpoint.ToBody(), "checkpoint.txt"),
            Keep(CheckpointSignature.Sign(checkpoint, signer, signerKey), "signature.der"),
            Keep(Encoding.ASCII.GetBytes(signer.ExportCertificatePem()), "auditor.pem"),
            "openssl cms -verify -binary -inform DER -in signature.der -content checkpoint.txt "
                + "-CAfile auditor.pem -purpose any -out verified.txt",
            "# What to send to a time-stamping authority",
            Keep(CheckpointTimeStamp.Request(checkpoint, random), "request.tsq"),
            "openssl ts -query -in request.tsq -text",
        ]);
    }

    private static string Keep(byte[] bytes, string file) =>
        $"echo {Convert.ToBase64String(bytes)} | openssl base64 -d -A > {file}";
}
