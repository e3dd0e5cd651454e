using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What is logged of a scoring request: seven fields (MON-05), of which any may be unknown.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ScoringDetails
{
    /// <summary>Gets what the service runs on, 1 to 1,024 characters.</summary>
    public string? ComputeType { get; init; }

    /// <summary>Gets how long the request took, zero or more; kept in steps of 100 ns.</summary>
    public Duration? Duration { get; init; }

    /// <summary>Gets the method of the request, 1 to 64 characters.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>Gets the id of the request, 1 to 128 characters.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the URL that was called, whose query may tell of a person.</summary>
    public PersonalData? RequestUrl { get; init; }

    /// <summary>Gets the status of the answer, 100 to 599.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the program that called, as it names itself.</summary>
    public PersonalData? UserAgent { get; init; }

    internal bool IsEmpty =>
        (ComputeType, Duration, HttpMethod, RequestId) == (null, null, null, null)
        && (RequestUrl, StatusCode, UserAgent) == (null, null, null);
}
