using AmlSecurity.Domain.Authorization;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Something that happened, before it has a place in a log.</summary>
/// <remarks>
/// User, type, time, outcome, origin and affected resource, as PCI DSS 10.2.2 and NIST SP 800-53 AU-3 ask for. The
/// bounds of the texts are those of <c>docs/audit-format.md</c>; what is out of bounds is refused when it is appended.
/// A part that says nothing counts as left out. Equal by all members; no order. Immutable, hence safe for concurrent
/// use.
/// </remarks>
public sealed record AuditEvent
{
    /// <summary>Creates an event.</summary>
    /// <param name="eventId">Names what happened; the source chooses it.</param>
    /// <param name="occurredAt">When it happened; cut to steps of 100 ns.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="operation">What was done.</param>
    /// <param name="target">On what, such as the id of a resource.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="source">Who tells it.</param>
    public AuditEvent(
        string eventId,
        Instant occurredAt,
        AuditActor actor,
        string operation,
        string target,
        AuditOutcome outcome,
        string source)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(source);
        EventId = eventId;
        OccurredAt = AuditTime.Cut(occurredAt);
        Actor = actor;
        Operation = operation;
        Target = target;
        Outcome = outcome;
        Source = source;
    }

    /// <summary>Gets the name of what happened, given by the source.</summary>
    public string EventId { get; }

    /// <summary>Gets when it happened, by the source.</summary>
    public Instant OccurredAt { get; }

    /// <summary>Gets who did it.</summary>
    public AuditActor Actor { get; }

    /// <summary>Gets what was done.</summary>
    public string Operation { get; }

    /// <summary>Gets on what it was done.</summary>
    public string Target { get; }

    /// <summary>Gets what came of it.</summary>
    public AuditOutcome Outcome { get; }

    /// <summary>Gets who tells it.</summary>
    public string Source { get; }

    /// <summary>Gets what joins the records of one request; null if nothing does.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets what joins start and end of one operation; null if nothing does.</summary>
    public string? OperationId { get; init; }

    /// <summary>Gets how the actor was known; null if nothing is known of it.</summary>
    public AuditAuthentication? Authentication
    {
        get;
        init => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>Gets the details of a scoring request; null for anything else.</summary>
    public ScoringDetails? Scoring
    {
        get;
        init => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>Gets why access was decided as it was; null if no access was.</summary>
    public DecisionTrace? Trace
    {
        get;
        init => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>Tells a decision on access.</summary>
    /// <param name="eventId">Names the decision.</param>
    /// <param name="decidedAt">When it was made.</param>
    /// <param name="request">The question.</param>
    /// <param name="decision">The answer.</param>
    /// <param name="source">Who tells it.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">A group asked.</exception>
    public static AuditEvent Of(
        string eventId, Instant decidedAt, AccessRequest request, AccessDecision decision, string source)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        AuditOutcome outcome = decision is AccessDecision.Allowed allowed
            ? new AuditOutcome.Allowed(allowed.Assignment.Id)
            : new AuditOutcome.Denied($"{((AccessDecision.Denied)decision).Reason}");
        return new AuditEvent(
            eventId,
            decidedAt,
            AuditActor.Of(request.Principal),
            request.Action.ToString(),
            request.Scope.Text,
            outcome,
            source)
        {
            Trace = new DecisionTrace { Rules = [decision.Rule.Text] },
        };
    }

    /// <summary>Tells that nothing happened: an idle log gets such a record, because a checkpoint that repeats its
    /// bytes proves no freshness.</summary>
    /// <param name="eventId">Names the event.</param>
    /// <param name="at">When.</param>
    /// <param name="writer">Who writes the log.</param>
    /// <param name="log">The origin of the log.</param>
    /// <returns>The event.</returns>
    public static AuditEvent Heartbeat(string eventId, Instant at, AuditActor writer, string log) =>
        new(eventId, at, writer, "heartbeat", log, new AuditOutcome.Succeeded(), "log");
}
