using System.Globalization;
using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Gathers what an item of telemetry says, and checks it against the limits.</summary>
internal sealed class ScoringRequestDraft
{
    public const int LongestUrl = 2_048;
    public const int LongestName = 1_024;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private Instant? _time;
    private Duration? _duration;
    private Duration? _ownDuration;
    private int? _status;
    private int? _ownStatus;
    private long _payload;
    private bool _isNamed;

    public ScoringRequest? Finish(ref JsonCursor json, int before)
    {
        if (json.FaultCount == before && _time is null)
        {
            json.Fail(DocumentFaultKind.Missing, "the telemetry has no time");
        }

        return json.FaultCount > before ? null : new ScoringRequest(_time!.Value, Details())
        {
            Name = Text("name"),
            OperationId = Text("operation"),
            ClientIpAddress = Text("address") is var address && address is "0.0.0.0" ? null : address,
            PayloadBytes = _payload,
        };
    }

    /// <summary>Keeps what names were read until now: the envelope around them has others.</summary>
    public void CloseNames() => _isNamed = true;

    public void KeepName(ref JsonCursor json, string name, int longest)
    {
        if (_isNamed)
        {
            json.Skip();
        }
        else
        {
            Keep(ref json, name, longest);
        }
    }

    public void Keep(ref JsonCursor json, string name, int longest)
    {
        if (Scalar(ref json) is not { Length: > 0 } text)
        {
            return;
        }

        if (text.Length > longest)
        {
            json.Fail(
                DocumentFaultKind.Malformed,
                string.Create(CultureInfo.InvariantCulture, $"it has {text.Length} characters of at most {longest}"));
        }

        _texts[name] = text;
    }

    public void ReadTime(ref JsonCursor json)
    {
        if (json.Text() is not { } text)
        {
            return;
        }

        if (ActivityLogTime.Read(text, out var isRegular) is not { } time)
        {
            json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is not a time");
            return;
        }

        if (!isRegular)
        {
            json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} does not say its offset");
        }

        _time ??= time;
    }

    public void ReadStatus(ref JsonCursor json) => _status = Status(ref json) ?? _status;

    public void ReadOwnStatus(ref JsonCursor json) => _ownStatus = Status(ref json);

    public void ReadDuration(ref JsonCursor json) => _duration = Time(ref json) ?? _duration;

    public void ReadOwnDuration(ref JsonCursor json) => _ownDuration = Time(ref json);

    public void ReadTicks(ref JsonCursor json) =>
        _duration = Checked(ref json, json.NumberText(), ScoringTime.ReadNumber(json.NumberText(), 1));

    public void CountPayload(ref JsonCursor json) => _payload += Encoding.UTF8.GetByteCount(
        (json.Token == JsonTokenType.String ? json.Text() : json.Raw()) ?? "");

    private static PersonalData.Plain? Slot(string? text) => text is null ? null : new PersonalData.Plain(text);

    private string? Text(string name) => _texts.GetValueOrDefault(name);

    private ScoringDetails Details() => new()
    {
        ComputeType = Text("own computetype"),
        Duration = _ownDuration ?? _duration,
        HttpMethod = Text("own httpmethod") ?? MethodIn(Text("name")),
        RequestId = Text("own requestid") ?? Text("id"),
        RequestUrl = Slot(Text("own requesturl") ?? Text("url")),
        StatusCode = _ownStatus ?? _status,
        UserAgent = Slot(Text("own useragent")),
    };

    // Requests are named by method and path, such as `POST /score`.
    private static string? MethodIn(string? name) =>
        name?.Split(' ') is [{ Length: > 0 and <= 10 } method, _, ..] && method.All(char.IsAsciiLetterUpper)
            ? method
            : null;

    private static int? Status(ref JsonCursor json)
    {
        if (Scalar(ref json) is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= RecordWords.FirstStatus and <= RecordWords.LastStatus)
        {
            return status;
        }

        // A request that was broken off has the status 0.
        json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is no status of HTTP");
        return null;
    }

    private static Duration? Time(ref JsonCursor json) =>
        Scalar(ref json) is { Length: > 0 } text ? Checked(ref json, text, ScoringTime.Read(text)) : null;

    private static Duration? Checked(ref JsonCursor json, string text, Duration? duration)
    {
        if (duration is null || duration < Duration.Zero)
        {
            json.Fail(
                DocumentFaultKind.Malformed,
                $"{Plaintext.Quote(text)} is {(duration is null ? "not a duration" : "less than zero")}");
        }

        return duration;
    }

    private static string? Scalar(ref JsonCursor json) =>
        json.Token == JsonTokenType.Number ? json.NumberText() : json.Text();
}
