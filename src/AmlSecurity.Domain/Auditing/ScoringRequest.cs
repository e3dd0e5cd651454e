using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One scoring request, as Application Insights has it (MON-04).</summary>
/// <remarks>
/// Application Insights takes a URL up to 2,048 characters, a name up to 1,024 and a duration of zero or more. It names
/// no caller. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record ScoringRequest
{
    /// <summary>The largest payload that is logged whole, in bytes (LOG-01).</summary>
    public const int LargestWholePayload = 65_536;

    internal ScoringRequest(Instant time, ScoringDetails details)
    {
        Time = time;
        Details = details;
    }

    /// <summary>Gets when it was made.</summary>
    public Instant Time { get; }

    /// <summary>Gets the seven fields (MON-05).</summary>
    public ScoringDetails Details { get; }

    /// <summary>Gets the name of the request or event, such as <c>POST /score</c> or
    /// <c>model_data_collection</c>.</summary>
    public string? Name { get; internal init; }

    /// <summary>Gets what joins the telemetry of one request.</summary>
    public string? OperationId { get; internal init; }

    /// <summary>Gets the address of the caller; null also where Application Insights masks it as
    /// <c>0.0.0.0</c>.</summary>
    public string? ClientIpAddress { get; internal init; }

    /// <summary>Gets how many bytes of payload there are beside the seven fields.</summary>
    public long PayloadBytes { get; internal init; }

    /// <summary>Gets a value indicating whether the payload is small enough to be logged whole.</summary>
    public bool IsPayloadWhole => IsLoggedWhole(PayloadBytes);

    /// <summary>Determines whether a payload is logged whole (LOG-01); of a larger one, only the latest outputs
    /// are.</summary>
    /// <param name="bytes">Its size.</param>
    /// <returns><see langword="true"/> up to <see cref="LargestWholePayload"/>, included.</returns>
    public static bool IsLoggedWhole(long bytes) => bytes <= LargestWholePayload;

    /// <summary>Reads requests and custom events from an export: a row of a query, the envelope that is sent, or a blob
    /// of continuous export.</summary>
    /// <param name="utf8">One of them, an array, an object with <c>value</c> or <c>records</c>, or one a line.</param>
    /// <param name="strictness">Whether a time without offset and a status that is none of HTTP are kept.</param>
    /// <returns>The requests. One over a limit is a fault.</returns>
    public static DocumentReading<ScoringRequest> Read(ReadOnlySpan<byte> utf8, Strictness strictness) =>
        JsonLines.Read(utf8, strictness, ScoringRequestReader.Read);

    /// <summary>Tells the request in the form of a log of one's own, with the source
    /// <c>applicationInsights</c>.</summary>
    /// <param name="service">The web service that answered.</param>
    /// <param name="actor">Who asked, where the host knows; Application Insights names nobody.</param>
    /// <returns>The event.</returns>
    public AuditEvent ToAuditEvent(string service, AuditActor? actor = null) => new(
        Details.RequestId ?? $"{OperationId ?? "none"}/{Time.ToUnixTimeTicks()}",
        Time,
        actor ?? new AuditActor.Unattributed(UnattributedReason.NotNamed),
        "score",
        service,
        Details.StatusCode switch
        {
            null => new AuditOutcome.Started(),
            < 400 => new AuditOutcome.Succeeded(),
            { } status => new AuditOutcome.Failed($"{status}"),
        },
        "applicationInsights")
    {
        CorrelationId = OperationId,
        Scoring = Details,
        Authentication = new AuditAuthentication
        {
            Origin = ClientIpAddress is null ? null : new PersonalData.Plain(ClientIpAddress),
            UserAgent = Details.UserAgent,
        },
    };
}
