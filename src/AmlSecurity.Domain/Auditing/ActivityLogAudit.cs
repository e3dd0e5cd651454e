using System.Globalization;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Tells an event of the activity log in the form of a log of one's own.</summary>
internal static class ActivityLogAudit
{
    private const string Source = "activityLog";

    public static AuditEvent Of(ActivityLogEvent given, Func<string, PrincipalId?>? find)
    {
        var caller = new ActivityLogCaller(given);
        return new AuditEvent(
            given.EventDataId ?? Number(given),
            given.Time,
            caller.Actor(find),
            given.OperationName.Value,
            TargetOf(given),
            ActivityLogOutcome.Of(given),
            Source)
        {
            CorrelationId = given.CorrelationId,
            OperationId = given.OperationId,
            Authentication = caller.Authentication is { Mfa: MfaStatus.NotStated } context
                && context with { Mfa = null } is { IsEmpty: true } ? null : caller.Authentication,
        };
    }

    /// <summary>Finds what an event is about, as near as it says: the resource, else what was checked, else the
    /// subscription, else everything.</summary>
    public static string TargetOf(ActivityLogEvent given) =>
        given.ResourceId
        ?? given.Authorization?.Scope
        ?? (given.SubscriptionId is { } subscription ? $"/subscriptions/{subscription}" : "/");

    // Diagnostic settings give events no number: request, word and time tell them apart.
    private static string Number(ActivityLogEvent given) => string.Create(
        CultureInfo.InvariantCulture,
        $"{given.CorrelationId ?? "none"}/{given.Progress}/{given.Time.ToUnixTimeTicks()}");
}
