using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Writes a record in its one order of members, which is that of RFC 8785, without allocation.</summary>
/// <remarks>The first fault ends the writing; what follows does nothing.</remarks>
internal ref partial struct AuditRecordWriter
{
    private readonly Span<byte> _buffer;
    private int _at;
    private bool _needsComma;
    private AuditEncodingFault? _fault;

    private AuditRecordWriter(Span<byte> buffer) => _buffer = buffer;

    /// <summary>Writes a record.</summary>
    /// <returns>Null, or the first member that is out of its bounds.</returns>
    public static AuditEncodingFault? Write(AuditRecord record, Span<byte> buffer, out int length) =>
        Write(record.Index, record.RecordedAt, record.ClockStep, record.Event, buffer, out length);

    /// <summary>Writes the record of an event.</summary>
    /// <returns>Null, or the first member that is out of its bounds.</returns>
    public static AuditEncodingFault? Write(
        long index, Instant recordedAt, Duration? clockStep, AuditEvent happened, Span<byte> buffer, out int length)
    {
        var writer = new AuditRecordWriter(buffer);
        writer.Write(index, recordedAt, clockStep, happened);
        length = writer._at;
        return writer._fault;
    }

    private void Write(long index, Instant recordedAt, Duration? clockStep, AuditEvent happened)
    {
        Raw("{"u8);
        Name("\"actor\":"u8);
        Actor(happened.Actor);
        Authentication(happened.Authentication);
        if (clockStep is { } step)
        {
            Ticks("\"clockStep\":"u8, step, "clockStep");
        }

        Optional("\"correlationId\":"u8, happened.CorrelationId, RecordWords.ShortText, "correlationId");
        Text("\"eventId\":"u8, happened.EventId, RecordWords.ShortText, "eventId");
        Integer("\"index\":"u8, index, "index");
        Time("\"occurredAt\":"u8, happened.OccurredAt, "occurredAt");
        Text("\"operation\":"u8, happened.Operation, RecordWords.LongestText, "operation");
        Optional("\"operationId\":"u8, happened.OperationId, RecordWords.ShortText, "operationId");
        Name("\"outcome\":"u8);
        Outcome(happened.Outcome);
        Time("\"recordedAt\":"u8, recordedAt, "recordedAt");
        Scoring(happened.Scoring);
        Text("\"source\":"u8, happened.Source, RecordWords.ShortText, "source");
        Text("\"target\":"u8, happened.Target, RecordWords.LongestText, "target");
        Trace(happened.Trace);
        Name("\"v\":"u8);
        Raw("1}"u8);
    }

    private void Actor(AuditActor actor)
    {
        Open();
        switch (actor)
        {
            case AuditActor.Identified one:
                Text("\"id\":"u8, one.Id, RecordWords.ShortText, "actor.id");
                Name("\"kind\":"u8);
                Raw(RecordWords.Of(one.Kind));
                Slot("\"name\":"u8, one.Name, "actor.name");
                Optional("\"tenant\":"u8, one.Tenant, RecordWords.ShortText, "actor.tenant");
                break;
            case AuditActor.RunToken run:
                Name("\"kind\":\"runToken\""u8);
                Text("\"run\":"u8, run.Run, RecordWords.RunText, "actor.run");
                Text("\"workspace\":"u8, run.Workspace, RecordWords.LongestText, "actor.workspace");
                break;
            case AuditActor.Unattributed nobody:
                Name("\"kind\":\"unattributed\""u8);
                Name("\"why\":"u8);
                Raw(RecordWords.Of(nobody.Why));
                break;
        }

        Close();
    }

    private void Authentication(AuditAuthentication? context)
    {
        if (context is null)
        {
            return;
        }

        Name("\"authentication\":"u8);
        Open();
        Optional("\"client\":"u8, context.Client, RecordWords.ShortText, "authentication.client");
        Texts("\"methods\":"u8, context.Methods, RecordWords.MostMethods, "authentication.methods");
        if (context.Mfa is { } mfa)
        {
            Name("\"mfa\":"u8);
            Raw(RecordWords.Of(mfa));
        }

        Slot("\"origin\":"u8, context.Origin, "authentication.origin");
        Hash("\"tokenHash\":"u8, context.TokenHash);
        Slot("\"userAgent\":"u8, context.UserAgent, "authentication.userAgent");
        Close();
    }

    private void Outcome(AuditOutcome outcome)
    {
        Open();
        switch (outcome)
        {
            case AuditOutcome.Allowed allowed:
                Text("\"evidence\":"u8, allowed.Evidence, RecordWords.LongText, "outcome.evidence");
                Name("\"kind\":\"allowed\""u8);
                break;
            case AuditOutcome.Denied denied:
                Name("\"kind\":\"denied\""u8);
                Text("\"reason\":"u8, denied.Reason, RecordWords.LongText, "outcome.reason");
                break;
            case AuditOutcome.Failed failed:
                Text("\"code\":"u8, failed.Code, RecordWords.LongText, "outcome.code");
                Name("\"kind\":\"failed\""u8);
                break;
            case AuditOutcome.Started:
                Name("\"kind\":\"started\""u8);
                break;
            case AuditOutcome.Succeeded:
                Name("\"kind\":\"succeeded\""u8);
                break;
        }

        Close();
    }

    private void Scoring(ScoringDetails? details)
    {
        if (details is null)
        {
            return;
        }

        Name("\"scoring\":"u8);
        Open();
        Optional("\"computeType\":"u8, details.ComputeType, RecordWords.LongText, "scoring.computeType");
        if (details.Duration is { } duration)
        {
            Ticks("\"duration\":"u8, duration, "scoring.duration");
        }

        Optional("\"httpMethod\":"u8, details.HttpMethod, RecordWords.MethodText, "scoring.httpMethod");
        Optional("\"requestId\":"u8, details.RequestId, RecordWords.ShortText, "scoring.requestId");
        Slot("\"requestUrl\":"u8, details.RequestUrl, "scoring.requestUrl");
        if (details.StatusCode is { } status)
        {
            if (status is < RecordWords.FirstStatus or > RecordWords.LastStatus)
            {
                Fail(AuditEncodingFaultKind.OutOfRange, "scoring.statusCode");
            }

            Integer("\"statusCode\":"u8, status, "scoring.statusCode");
        }

        Slot("\"userAgent\":"u8, details.UserAgent, "scoring.userAgent");
        Close();
    }

    private void Trace(DecisionTrace? trace)
    {
        if (trace is null)
        {
            return;
        }

        Name("\"trace\":"u8);
        Open();
        Hash("\"policy\":"u8, trace.Policy);
        Texts("\"rules\":"u8, trace.Rules, RecordWords.MostRules, "trace.rules");
        Close();
    }

    private void Slot(ReadOnlySpan<byte> name, PersonalData? data, string member)
    {
        if (data is null)
        {
            return;
        }

        Name(name);
        Open();
        switch (data)
        {
            case PersonalData.Plain plain:
                Text("\"plain\":"u8, plain.Text, RecordWords.LongestText, member);
                break;
            case PersonalData.Pseudonym pseudonym:
                Text("\"key\":"u8, pseudonym.Key, RecordWords.ShortText, member);
                Hash("\"pseudonym\":"u8, pseudonym.Value);
                break;
            case PersonalData.Sealed box:
                Name("\"sealed\":"u8);
                Bytes(box.Envelope.AsSpan(), member);
                Text("\"subject\":"u8, box.Subject, RecordWords.ShortText, member);
                break;
        }

        Close();
    }
}
