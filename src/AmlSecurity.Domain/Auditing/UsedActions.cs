using System.Collections.Immutable;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Which actions were really used, by principal and scope: where a role of least privilege begins.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record UsedActions
{
    private UsedActions(ImmutableArray<UsedActionSet> sets, UsedActionsCoverage coverage)
    {
        Sets = sets;
        Coverage = coverage;
    }

    /// <summary>Gets the sets, ordered by principal and scope.</summary>
    public ImmutableArray<UsedActionSet> Sets { get; }

    /// <summary>Gets on what they rest, and what they cannot show.</summary>
    public UsedActionsCoverage Coverage { get; }

    /// <summary>Finds the actions that events show.</summary>
    /// <param name="events">The events, of either shape and in any order.</param>
    /// <returns>The actions, the same for any order of the events.</returns>
    public static UsedActions From(IEnumerable<ActivityLogEvent> events)
    {
        var operations = ActivityLogOperations.Join(events);
        var uses = operations.Select(UsedOperation.Of).ToList();
        ImmutableArray<UsedActionSet> sets =
        [
            .. uses
                .Where(use => use is { Principal: not null, Action: not null })
                .GroupBy(use => (use.PrincipalKey, CaseFolding.Fold(use.Scope)))
                .OrderBy(group => group.Key.PrincipalKey, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Item2, StringComparer.Ordinal)
                .Select(group => new UsedActionSet(group.First().Principal!, group.First().Scope, ActionsOf(group))),
        ];
        var unattributed = uses.Count(use => use.Principal is null);
        var unreadable = uses.Count(use => use is { Principal: not null, Action: null });
        return new UsedActions(sets, new UsedActionsCoverage(operations, unattributed, unreadable));
    }

    /// <summary>Determines whether two lists are the same in every member.</summary>
    /// <param name="other">The other list.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(UsedActions? other) =>
        other is not null && Coverage == other.Coverage && Sets.SequenceEqual(other.Sets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Coverage, Sets.Length);

    private static ImmutableArray<UsedAction> ActionsOf(IEnumerable<UsedOperation> uses) =>
    [
        .. uses
            .GroupBy(use => use.Action!)
            .OrderBy(group => group.Key.Canonical, StringComparer.Ordinal)
            .Select(group => new UsedAction(
                group.Key,
                group.Count(use => use.Outcome is AuditOutcome.Succeeded),
                group.Count(use => use.Outcome is AuditOutcome.Failed),
                group.Count(use => use.Outcome is AuditOutcome.Started),
                group.Min(use => use.First),
                group.Max(use => use.Last))),
    ];
}
