using AmlSecurity.Domain.Auditing.Cms;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Encryption.Cms;
using NodaTime;
using static AmlSecurity.Domain.Tests.Auditing.Cms.AuthorityLab;

namespace AmlSecurity.Domain.Tests.Auditing.Cms;

public sealed class CheckpointTimeStampTests : IDisposable
{
    private static readonly SystemRandomSource Random = new();

    private readonly AuthorityLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [OpenSslFact]
    public void An_answer_of_OpenSSL_dates_the_checkpoint()
    {
        var request = CheckpointTimeStamp.Request(Checkpoint, Random);
        var response = _lab.Answer(request);

        var stamp = CheckpointTimeStamp.Check(Checkpoint, request, response, Authority).AsT0;

        Assert.InRange(stamp.At, Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2119, 1, 1, 0, 0));
        Assert.Equal((Duration.FromMilliseconds(1500), "1.2.3.4.1"), (stamp.Accuracy, stamp.Policy));
        Assert.Equal("42", stamp.SerialNumber);
    }

    [OpenSslFact]
    public void A_token_that_was_kept_alone_dates_the_checkpoint_too()
    {
        var token = _lab.Answer(CheckpointTimeStamp.Request(Checkpoint, Random), "-token_out");

        Assert.True(CheckpointTimeStamp.CheckToken(Checkpoint, token, Authority).IsT0);
        Assert.Equal(TimeStampRefusal.OtherCheckpoint, CheckpointTimeStamp.CheckToken(Other, token, Authority).AsT1);
        Assert.Equal(
            TimeStampRefusal.Malformed, CheckpointTimeStamp.CheckToken(Checkpoint, (byte[])[.. token, 0], Authority).AsT1);
    }

    [OpenSslFact]
    public void An_answer_to_another_request_of_another_authority_or_changed_is_refused()
    {
        using var stranger = ForTimeStamps("CN=another time");
        var request = CheckpointTimeStamp.Request(Checkpoint, Random);
        var response = _lab.Answer(request);

        Assert.Equal(
            TimeStampRefusal.OtherRequest,
            CheckpointTimeStamp.Check(
                Checkpoint, CheckpointTimeStamp.Request(Checkpoint, Random), response, Authority).AsT1);
        Assert.Equal(
            TimeStampRefusal.OtherRequest,
            CheckpointTimeStamp.Check(Other, CheckpointTimeStamp.Request(Other, Random), response, Authority).AsT1);
        Assert.Equal(
            TimeStampRefusal.OtherCheckpoint, CheckpointTimeStamp.Check(Other, request, response, Authority).AsT1);
        Assert.Equal(TimeStampRefusal.OtherSigner, CheckpointTimeStamp.Check(Checkpoint, request, response, stranger).AsT1);
        Assert.Equal(
            TimeStampRefusal.Malformed,
            CheckpointTimeStamp.Check(Checkpoint, request, (byte[])[.. response, 0], Authority).AsT1);
        for (var at = 40; at < response.Length; at += 7)
        {
            var changed = response.ToArray();
            changed[at] ^= 1;
            var outcome = CheckpointTimeStamp.Check(Checkpoint, request, changed, Authority);
            Assert.True(outcome.IsT1 || outcome.AsT0.At == CheckpointTimeStamp.Check(Checkpoint, request, response, Authority).AsT0.At);
        }
    }

    [OpenSslFact]
    public void A_refusal_of_the_authority_is_none_of_our_time() => Assert.Equal(
        TimeStampRefusal.Malformed,
        CheckpointTimeStamp.Check(Checkpoint, CheckpointTimeStamp.Request(Checkpoint, Random), new byte[10], Authority).AsT1);

    [Fact]
    public void OpenSSL_reads_our_request()
    {
        if (OpenSslProgram.ReasonToSkip is null)
        {
            OpenSslProgram.Succeed(
                "ts", "-query", "-in", _lab.Keep("request.tsq", CheckpointTimeStamp.Request(Checkpoint, Random)), "-text");
        }

        Assert.NotEqual(CheckpointTimeStamp.Request(Checkpoint, Random), CheckpointTimeStamp.Request(Checkpoint, Random));
    }
}
