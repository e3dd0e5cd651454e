using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Makes a record from bytes that <see cref="AuditRecordScan"/> found to be one.</summary>
internal readonly ref struct AuditRecordReader
{
    private readonly ReadOnlySpan<byte> _record;
    private readonly RecordLayout _layout;

    private AuditRecordReader(ReadOnlySpan<byte> record, in RecordLayout layout)
    {
        _record = record;
        _layout = layout;
    }

    public static OneOf<AuditRecord, AuditRecordFault> Read(ReadOnlySpan<byte> record)
    {
        var layout = default(RecordLayout);
        var fault = AuditRecordScan.Scan(record, ref layout);
        return fault < 0 ? new AuditRecordReader(record, in layout).ToRecord() : new AuditRecordFault(fault);
    }

    private AuditRecord ToRecord()
    {
        var happened = new AuditEvent(
            Text(RecordMember.EventId)!,
            Time(RecordMember.OccurredAt),
            Actor(),
            Text(RecordMember.Operation)!,
            Text(RecordMember.Target)!,
            Outcome(),
            Text(RecordMember.Source)!)
        {
            CorrelationId = Text(RecordMember.CorrelationId),
            OperationId = Text(RecordMember.OperationId),
            Authentication = new AuditAuthentication
            {
                Client = Text(RecordMember.Client),
                Methods = Texts(RecordMember.Methods),
                Mfa = Word(RecordMember.Mfa, RecordWords.Mfa, RecordWords.Of),
                Origin = Slot(RecordMember.Origin),
                TokenHash = Hash(RecordMember.TokenHash),
                UserAgent = Slot(RecordMember.UserAgent),
            },
            Scoring = new ScoringDetails
            {
                ComputeType = Text(RecordMember.ComputeType),
                Duration = Ticks(RecordMember.Duration),
                HttpMethod = Text(RecordMember.HttpMethod),
                RequestId = Text(RecordMember.RequestId),
                RequestUrl = Slot(RecordMember.RequestUrl),
                StatusCode = (int?)Integer(RecordMember.StatusCode),
                UserAgent = Slot(RecordMember.ScoringUserAgent),
            },
            Trace = new DecisionTrace { Policy = Hash(RecordMember.Policy), Rules = Texts(RecordMember.Rules) },
        };
        return new AuditRecord(_layout.Index, _layout.RecordedAt, happened, Ticks(RecordMember.ClockStep));
    }

    private static string Decode(ReadOnlySpan<byte> literal)
    {
        var json = new Utf8JsonReader(literal);
        json.Read();
        return json.GetString()!;
    }

    private AuditActor Actor() =>
        _layout.Has(RecordMember.ActorId)
            ? new AuditActor.Identified(
                Word(RecordMember.ActorKind, RecordWords.ActorKinds, RecordWords.Of)!.Value,
                Text(RecordMember.ActorId)!,
                Text(RecordMember.ActorTenant))
            {
                Name = Slot(RecordMember.ActorName),
            }
        : _layout.Has(RecordMember.ActorRun)
            ? new AuditActor.RunToken(Text(RecordMember.ActorRun)!, Text(RecordMember.ActorWorkspace)!)
        : new AuditActor.Unattributed(Word(RecordMember.ActorWhy, RecordWords.Reasons, RecordWords.Of)!.Value);

    private AuditOutcome Outcome() =>
        _layout.Has(RecordMember.Evidence) ? new AuditOutcome.Allowed(Text(RecordMember.Evidence)!)
        : _layout.Has(RecordMember.Reason) ? new AuditOutcome.Denied(Text(RecordMember.Reason)!)
        : _layout.Has(RecordMember.Code) ? new AuditOutcome.Failed(Text(RecordMember.Code)!)
        : _layout.Raw(_record, RecordMember.OutcomeKind).SequenceEqual("\"started\""u8) ? new AuditOutcome.Started()
        : new AuditOutcome.Succeeded();

    private string? Text(RecordMember member) =>
        _layout.Has(member) ? Decode(_layout.Raw(_record, member)) : null;

    private ImmutableArray<string> Texts(RecordMember member)
    {
        if (!_layout.Has(member))
        {
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        var json = new Utf8JsonReader(_layout.Raw(_record, member));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            texts.Add(json.GetString()!);
        }

        return texts.DrainToImmutable();
    }

    private Hash256? Hash(RecordMember member) =>
        _layout.Has(member) ? ReadHash(_layout.Raw(_record, member)[1..^1]) : null;

    private static Hash256 ReadHash(ReadOnlySpan<byte> digits)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Length];
        Convert.FromHexString(digits, bytes, out _, out _);
        return new Hash256(bytes);
    }

    private Instant Time(RecordMember member)
    {
        AuditTime.Read(_layout.Raw(_record, member)[1..], out var time);
        return time;
    }

    private long? Integer(RecordMember member) =>
        _layout.Has(member)
            ? long.Parse(_layout.Raw(_record, member), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private Duration? Ticks(RecordMember member) =>
        Integer(member) is { } ticks ? Duration.FromTicks(ticks) : null;

    private TEnum? Word<TEnum>(
        RecordMember member, ReadOnlySpan<TEnum> words, Func<TEnum, ReadOnlySpan<byte>> spelling)
        where TEnum : struct
    {
        foreach (var word in words)
        {
            if (_layout.Raw(_record, member).SequenceEqual(spelling(word)))
            {
                return word;
            }
        }

        return null;
    }

    private PersonalData? Slot(RecordMember member)
    {
        if (!_layout.Has(member))
        {
            return null;
        }

        // One or two members, in their order.
        var json = new Utf8JsonReader(_layout.Raw(_record, member));
        json.Read();
        json.Read();
        var form = json.GetString();
        json.Read();
        var first = json.GetString()!;
        if (form == "plain")
        {
            return new PersonalData.Plain(first);
        }

        json.Read();
        json.Read();
        return form == "sealed"
            ? new PersonalData.Sealed([.. Base64Url.DecodeFromChars(first)], json.GetString()!)
            : new PersonalData.Pseudonym(first, ReadHash(json.ValueSpan));
    }
}
