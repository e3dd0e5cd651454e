using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Joins events of the activity log to operations (LOG-02).</summary>
/// <remarks>Stateless, hence safe for concurrent use.</remarks>
public static class ActivityLogOperations
{
    /// <summary>Joins the events that share correlation id, operation id, operation and target, ignoring
    /// case.</summary>
    /// <param name="events">The events, of either shape and in any order.</param>
    /// <returns>The operations by the time of their first event, the same for any order of the events. An event with
    /// neither id is an operation of its own.</returns>
    public static ImmutableArray<ActivityLogOperation> Join(IEnumerable<ActivityLogEvent> events) =>
    [
        .. InOrder(Elements.Of(events, nameof(events)))
            .GroupBy(Key)
            .Select(group => Operation([.. group])),
    ];

    // A total order up to equality, so that the answer never depends on the order of the export.
    private static IEnumerable<ActivityLogEvent> InOrder(ImmutableArray<ActivityLogEvent> events) => events
        .OrderBy(one => one.Time)
        .ThenBy(one => one.Progress == ActivityLogProgress.Started ? 0 : HasEnded(one) ? 2 : 1)
        .ThenBy(one => one.Shape)
        .ThenBy(TextOf, StringComparer.Ordinal);

    private static string TextOf(ActivityLogEvent given) =>
        string.Concat(given.Members.Select(member => $"{member.Name}\n{member.Json}\n"));

    private static bool HasEnded(ActivityLogEvent given) =>
        given.Progress is ActivityLogProgress.Succeeded or ActivityLogProgress.Failed;

    private static (string? Correlation, string? Operation, string Name, string Target, ActivityLogEvent? Lone) Key(
        ActivityLogEvent given) =>
    (
        given.CorrelationId is { } correlation ? CaseFolding.Fold(correlation) : null,
        given.OperationId is { } operation ? CaseFolding.Fold(operation) : null,
        CaseFolding.Fold(given.OperationName.Value),
        CaseFolding.Fold(ActivityLogAudit.TargetOf(given)),
        given is { CorrelationId: null, OperationId: null } ? given : null
    );

    private static ActivityLogOperation Operation(ImmutableArray<ActivityLogEvent> events)
    {
        var told = new HashSet<ActivityLogEvent>();
        ImmutableArray<bool> isFirst = [.. events.Select(told.Add)];
        return new ActivityLogOperation(
            [.. events.Where((_, at) => isFirst[at])], [.. events.Where((_, at) => !isFirst[at])]);
    }
}
