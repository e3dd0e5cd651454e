using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Auditing.Cms;

namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Nothing here reads trust stores, files or sockets behind the caller's back.</summary>
public sealed class NoHiddenInputTests
{
    [TraceFact]
    public void Messages_are_made_and_opened_without_a_file() => Assert.Empty(FileTrace.Of(TracedCode.Messages));

    [TraceFact]
    public void Checkpoints_are_signed_and_verified_without_a_file() =>
        Assert.Empty(FileTrace.Of(TracedCode.Signatures));

    [TraceFact(needsOpenSsl: true)]
    public void Time_stamps_are_asked_for_and_checked_without_a_file()
    {
        using var lab = new AuthorityLab();
        var request = CheckpointTimeStamp.Request(AuthorityLab.Checkpoint, new SystemRandomSource());
        var response = lab.Answer(request);

        Assert.Empty(FileTrace.Of(
            TracedCode.TimeStamps,
            lab.Keep("request", request),
            lab.Keep("response", response),
            lab.Keep("authority.der", AuthorityLab.Authority.RawData)));
    }

    [TraceFact]
    public void The_trace_sees_what_the_platform_reads_by_default() =>
        Assert.NotEmpty(FileTrace.Of(TracedCode.PlatformDefault));
}
