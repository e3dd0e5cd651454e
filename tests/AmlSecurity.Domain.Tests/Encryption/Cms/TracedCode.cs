using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Auditing.Cms;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>The pieces of code that are run in a process of their own, under a trace.</summary>
internal static class TracedCode
{
    public const string Messages = "messages";
    public const string Signatures = "signatures";
    public const string TimeStamps = "time-stamps";
    public const string PlatformDefault = "platform-default";

    /// <summary>Runs one by its name.</summary>
    public static void Run(string name, params ReadOnlySpan<string> arguments) => FileTrace.Mark(name switch
    {
        Messages => OpenMessages,
        Signatures => SignCheckpoint,
        TimeStamps => CheckStamp(arguments),
        _ => SignAsThePlatformDoes,
    });

    private static void OpenMessages()
    {
        var message = Export(Context, Shared, Holder);
        CmsEnvelope.Import(message, Context, Shared).Expect();
        CmsEnvelope.Import(message, Context, Holder).Expect();
    }

    private static void SignCheckpoint()
    {
        var message = CheckpointSignature.Sign(AuthorityLab.Checkpoint, AuthorityLab.Signer, AuthorityLab.EcDsa);
        CheckpointSignature.Verify(AuthorityLab.Checkpoint, message, AuthorityLab.Signer).Expect();
    }

    private static Action CheckStamp(ReadOnlySpan<string> arguments)
    {
        var (request, response) = (File.ReadAllBytes(arguments[0]), File.ReadAllBytes(arguments[1]));
        var authority = X509CertificateLoader.LoadCertificate(File.ReadAllBytes(arguments[2]));
        return () =>
        {
            CheckpointTimeStamp.Request(AuthorityLab.Checkpoint, new SystemRandomSource());
            CheckpointTimeStamp.Check(AuthorityLab.Checkpoint, request, response, authority).Expect();
        };
    }

    private static void SignAsThePlatformDoes() =>
        new SignedCms(new ContentInfo([1]), detached: true).ComputeSignature(
            new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, AuthorityLab.Signer, AuthorityLab.EcDsa));
}
