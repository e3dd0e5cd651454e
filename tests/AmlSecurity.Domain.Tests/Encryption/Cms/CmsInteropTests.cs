using AmlSecurity.Domain.Encryption.Cms;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>What <c>openssl cms</c> makes of our messages, and we of its.</summary>
public sealed class CmsInteropTests : IDisposable
{
    private readonly CmsLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [OpenSslFact]
    public void OpenSSL_opens_what_we_make_for_a_shared_key_and_for_a_certificate()
    {
        foreach (var (message, recipient) in new[]
        {
            (Export(null, Shared), SharedArguments),
            (Export(null, Holder), _lab.HolderArguments),
            (Export(null, Shared, Holder), SharedArguments),
            (Export(null, Shared, Holder), _lab.HolderArguments),
        })
        {
            Assert.Equal(0, Decrypt(message, recipient));
            Assert.Equal(Data, File.ReadAllBytes(_lab.PathOf("opened")));
        }
    }

    [OpenSslFact]
    public void OpenSSL_finds_the_context_as_DER_in_front_of_the_data()
    {
        Assert.Equal(0, Decrypt(Export(Context, Shared), SharedArguments));

        var (exitCode, listing) = OpenSslProgram.Run("asn1parse", "-inform", "DER", "-in", _lab.PathOf("opened"));
        Assert.Equal(0, exitCode);
        Assert.Contains(":assetKind", listing, StringComparison.Ordinal);
        Assert.Contains(":model", listing, StringComparison.Ordinal);
        Assert.Equal(Data, File.ReadAllBytes(_lab.PathOf("opened"))[^Data.Length..]);
    }

    [OpenSslFact]
    public void We_open_what_OpenSSL_makes_whole_and_streamed()
    {
        string[] oaep =
        [
            "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256", "-keyopt", "rsa_mgf1_md:sha256",
        ];
        string[] holder = [.. _lab.HolderArguments[..2], .. oaep];
        foreach (var mode in (string[][])[[], ["-stream"], ["-keyid"]])
        {
            Assert.Equal(Data, CmsEnvelope.Import(Encrypt([.. mode, .. SharedArguments]), null, Shared).AsT0);
            Assert.Equal(Data, CmsEnvelope.Import(Encrypt([.. mode, .. holder]), null, Holder).AsT0);
        }

        Assert.Contains((byte)0x80, Encrypt(["-stream", .. SharedArguments])[..4]);
    }

    [OpenSslFact]
    public void A_recipient_in_the_padding_of_version_1_5_is_refused()
    {
        var message = Encrypt(_lab.HolderArguments[..2]);

        Assert.Equal(
            new CmsRefusal(CmsRefusalKind.UnsupportedAlgorithm, "recipientInfos[0].keyEncryptionAlgorithm"),
            CmsEnvelope.Import(message, null, Holder).AsT1);
    }

    [OpenSslFact]
    public void Both_refuse_a_changed_byte_of_key_nonce_text_and_tag()
    {
        var message = Export(null, Shared);
        var random = new Random(5083);
        foreach (var at in Enumerable.Range(0, 20).Select(_ => random.Next(20, message.Length)).Append(message.Length - 1))
        {
            var changed = message.ToArray();
            changed[at] ^= 1;

            Assert.NotEqual(0, Decrypt(changed, SharedArguments));
            Assert.True(CmsEnvelope.Import(changed, null, Shared).IsT1);
        }
    }

    private int Decrypt(byte[] message, string[] recipient) => OpenSslProgram.Run(
        [
            "cms", "-decrypt", "-binary", "-inform", "DER", "-in", _lab.Keep("message", message),
            "-out", _lab.PathOf("opened"), .. recipient,
        ]).ExitCode;

    private byte[] Encrypt(string[] more)
    {
        OpenSslProgram.Succeed(
        [
            "cms", "-encrypt", "-aes-256-gcm", "-binary", "-in", _lab.Keep("data", Data), "-outform", "DER",
            "-out", _lab.PathOf("made"), .. more,
        ]);
        return File.ReadAllBytes(_lab.PathOf("made"));
    }
}
