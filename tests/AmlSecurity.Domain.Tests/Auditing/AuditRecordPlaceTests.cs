using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>A member that cannot be written is named; up to its bounds it can.</summary>
public sealed class AuditRecordPlaceTests
{
    private const long LargestInteger = (1L << 53) - 1;

    private static readonly Dictionary<string, (int Longest, Func<string, AuditEvent> With)> Texts = new()
    {
        ["actor.id"] = (128, text => AuditLab.Small(0, new AuditActor.Identified(AuditActorKind.User, text))),
        ["actor.tenant"] = (128, text => AuditLab.Small(0, new AuditActor.Identified(AuditActorKind.User, "p", text))),
        ["actor.name"] = (2_048, text => AuditLab.Small(0, new AuditActor.Identified(AuditActorKind.User, "p")
        {
            Name = new PersonalData.Plain(text),
        })),
        ["actor.run"] = (256, text => AuditLab.Small(0, new AuditActor.RunToken(text, "w"))),
        ["actor.workspace"] = (2_048, text => AuditLab.Small(0, new AuditActor.RunToken("r", text))),
        ["authentication.client"] = (128, text => With(new AuditAuthentication { Client = text })),
        ["authentication.methods"] = (64, text => With(new AuditAuthentication { Methods = [text] })),
        ["authentication.origin"] = (2_048, text => With(new AuditAuthentication { Origin = new PersonalData.Plain(text) })),
        ["authentication.userAgent"] =
            (2_048, text => With(new AuditAuthentication { UserAgent = new PersonalData.Plain(text) })),
        ["correlationId"] = (128, text => AuditLab.Small(0) with { CorrelationId = text }),
        ["eventId"] = (128, text => Of(eventId: text)),
        ["operation"] = (2_048, text => Of(operation: text)),
        ["operationId"] = (128, text => AuditLab.Small(0) with { OperationId = text }),
        ["outcome.evidence"] = (1_024, text => AuditLab.Small(0, outcome: new AuditOutcome.Allowed(text))),
        ["outcome.reason"] = (1_024, text => AuditLab.Small(0, outcome: new AuditOutcome.Denied(text))),
        ["outcome.code"] = (1_024, text => AuditLab.Small(0, outcome: new AuditOutcome.Failed(text))),
        ["scoring.computeType"] = (1_024, text => With(new ScoringDetails { ComputeType = text })),
        ["scoring.httpMethod"] = (64, text => With(new ScoringDetails { HttpMethod = text })),
        ["scoring.requestId"] = (128, text => With(new ScoringDetails { RequestId = text })),
        ["scoring.requestUrl"] = (2_048, text => With(new ScoringDetails { RequestUrl = new PersonalData.Plain(text) })),
        ["scoring.userAgent"] = (2_048, text => With(new ScoringDetails { UserAgent = new PersonalData.Plain(text) })),
        ["source"] = (128, text => Of(source: text)),
        ["target"] = (2_048, text => Of(target: text)),
        ["trace.rules"] = (64, text => AuditLab.Small(0) with { Trace = new DecisionTrace { Rules = [text] } }),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_written_up_to_its_longest(string member)
    {
        var (longest, with) = Texts[member];

        Assert.Null(Fault(with("x")));
        Assert.Null(Fault(with(new string('x', longest))));
        Assert.Equal(new AuditEncodingFault(AuditEncodingFaultKind.TooLong, member), Fault(with(new string('x', longest + 1))));
        Assert.Equal(new AuditEncodingFault(AuditEncodingFaultKind.Empty, member), Fault(with("")));
        Assert.Equal(new AuditEncodingFault(AuditEncodingFaultKind.NotUnicode, member), Fault(with("x\uD83D")));
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public void A_status_code_has_three_digits(int status, bool isWritten) => Assert.Equal(
        isWritten ? null : new AuditEncodingFault(AuditEncodingFaultKind.OutOfRange, "scoring.statusCode"),
        Fault(With(new ScoringDetails { StatusCode = status })));

    [Fact]
    public void Durations_and_numbers_have_bounds()
    {
        var longest = Duration.FromTicks(LargestInteger);
        var tooLong = longest + Duration.FromTicks(1);

        Assert.Null(Fault(With(new ScoringDetails { Duration = longest })));
        Assert.Null(Fault(With(new ScoringDetails { Duration = Duration.Zero })));
        Assert.Null(Fault(AuditLab.Small(0), step: longest));
        Assert.Null(Fault(AuditLab.Small(0), index: LargestInteger));
        Assert.All([tooLong, -Duration.FromTicks(1)], bad =>
        {
            Assert.Equal(
                new AuditEncodingFault(AuditEncodingFaultKind.OutOfRange, "scoring.duration"),
                Fault(With(new ScoringDetails { Duration = bad })));
            Assert.Equal(
                new AuditEncodingFault(AuditEncodingFaultKind.OutOfRange, "clockStep"), Fault(AuditLab.Small(0), step: bad));
        });
        Assert.All([-1, LargestInteger + 1], bad => Assert.Equal(
            new AuditEncodingFault(AuditEncodingFaultKind.OutOfRange, "index"), Fault(AuditLab.Small(0), index: bad)));
    }

    [Fact]
    public void Lists_have_a_greatest_length()
    {
        static string[] Of(int count) => [.. Enumerable.Repeat("x", count)];

        Assert.Null(Fault(With(new AuditAuthentication { Methods = [.. Of(16)] })));
        Assert.Equal(
            new AuditEncodingFault(AuditEncodingFaultKind.TooLong, "authentication.methods"),
            Fault(With(new AuditAuthentication { Methods = [.. Of(17)] })));
        Assert.Null(Fault(AuditLab.Small(0) with { Trace = new DecisionTrace { Rules = [.. Of(64)] } }));
        Assert.Equal(
            new AuditEncodingFault(AuditEncodingFaultKind.TooLong, "trace.rules"),
            Fault(AuditLab.Small(0) with { Trace = new DecisionTrace { Rules = [.. Of(65)] } }));
    }

    private static AuditEvent With(AuditAuthentication authentication) =>
        AuditLab.Small(0) with { Authentication = authentication };

    private static AuditEvent With(ScoringDetails scoring) => AuditLab.Small(0) with { Scoring = scoring };

    private static AuditEvent Of(
        string eventId = "e", string operation = "o", string target = "t", string source = "s") => new(
            eventId,
            AuditLab.Start,
            AuditLab.Someone(AuditActorKind.User),
            operation,
            target,
            new AuditOutcome.Succeeded(),
            source);

    private static AuditEncodingFault? Fault(AuditEvent happened, long index = 0, Duration? step = null) =>
        AuditRecordWriter.Write(index, AuditLab.Start, step, happened, new byte[AuditRecord.MaximumLength], out _);
}
