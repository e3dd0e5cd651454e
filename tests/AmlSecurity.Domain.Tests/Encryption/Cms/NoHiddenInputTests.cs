using System.Security.Cryptography.Pkcs;
using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Auditing.Cms;
using static AmlSecurity.Domain.Tests.Encryption.Cms.CmsLab;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Nothing here reads trust stores, files or sockets behind the caller's back.</summary>
public sealed class NoHiddenInputTests
{
    [TraceFact]
    public void Messages_are_made_and_opened_without_a_file() => Assert.Empty(FileTrace.Of(() =>
    {
        var message = Export(Context, Shared, Holder);
        Assert.True(CmsEnvelope.Import(message, Context, Shared).IsT0);
        Assert.True(CmsEnvelope.Import(message, Context, Holder).IsT0);
    }));

    [TraceFact]
    public void Checkpoints_are_signed_and_verified_without_a_file() => Assert.Empty(FileTrace.Of(() =>
    {
        var message = CheckpointSignature.Sign(AuthorityLab.Checkpoint, AuthorityLab.Signer, AuthorityLab.EcDsa);
        Assert.True(CheckpointSignature.Verify(AuthorityLab.Checkpoint, message, AuthorityLab.Signer).IsT0);
    }));

    [TraceFact]
    public void Time_stamps_are_asked_for_and_checked_without_a_file()
    {
        if (OpenSslProgram.ReasonToSkip is not null)
        {
            return;
        }

        using var lab = new AuthorityLab();
        var request = CheckpointTimeStamp.Request(AuthorityLab.Checkpoint, new SystemRandomSource());
        var response = lab.Answer(request);

        Assert.Empty(FileTrace.Of(() =>
        {
            CheckpointTimeStamp.Request(AuthorityLab.Checkpoint, new SystemRandomSource());
            Assert.True(
                CheckpointTimeStamp.Check(AuthorityLab.Checkpoint, request, response, AuthorityLab.Authority).IsT0);
        }));
    }

    [TraceFact]
    public void The_trace_sees_what_the_platform_reads_by_default()
    {
        var calls = FileTrace.Of(() =>
        {
            var signed = new SignedCms(new ContentInfo([1]), detached: true);
            signed.ComputeSignature(
                new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, AuthorityLab.Signer, AuthorityLab.EcDsa));
        });

        Assert.NotEmpty(calls);
    }
}
