using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Decides where an operation leaves a trace: the named ones first, then reads, then by the way that a call
/// takes.</summary>
internal static class CoverageRows
{
    private const string Provider = "microsoft.machinelearningservices/";
    private const string Workspaces = Provider + "workspaces/";

    // The operations that the page of 2020 names. It does not say when that ended, hence as long as its lifetimes.
    private static readonly ImmutableArray<ActionName> Named = [MlActions.SubmitRun, MlActions.WriteModel];

    public static AuditCoverage Find(ActionName operation, RuleSet rules, Plane plane)
    {
        var name = operation.Canonical;
        ImmutableArray<string> logs =
        [
            .. ResourceLogRow.All
                .Where(row => row.Holds.Includes(rules) && row.Operation == operation)
                .Select(row => row.Category),
        ];
        return Classify(operation, name, rules, plane, logs) with { ResourceLogs = logs };
    }

    private static AuditCoverage Classify(
        ActionName operation, string name, RuleSet rules, Plane plane, ImmutableArray<string> logs)
    {
        if (plane == Plane.Control && Named.Contains(operation) && SourcePages.Of2020.Includes(rules))
        {
            // "Some of those" are in the area of activities: that these two are is a reading.
            return Say(AuditClass.UnattributedActivity, CoverageRules.Unlogged, CoverageRules.Unattributed);
        }

        var throughManager = plane == Plane.Control && IsThroughManager(name);
        var isRead = name.EndsWith("/read", StringComparison.Ordinal);
        if (throughManager && !isRead)
        {
            return Say(AuditClass.ActivityLog, CoverageRules.ThroughResourceManager);
        }

        if (!SourcePages.Of2020.Includes(rules) && plane == Plane.Control && !logs.IsEmpty)
        {
            return Say(AuditClass.ResourceLog, CoverageRules.Classes);
        }

        return Say(isRead ? AuditClass.NotLogged : AuditClass.NotStated, CoverageRules.ThroughResourceManager);

        AuditCoverage Say(AuditClass where, params ImmutableArray<RuleId> why) =>
            new(operation.Text, where, isDerived: true, why);
    }

    // Of the machine-learning provider only the workspace, its compute targets, its private endpoints and what stands
    // at a location or at the provider are resources of the manager in 2020; the rest is the service's own.
    private static bool IsThroughManager(string name)
    {
        if (!name.StartsWith(Provider, StringComparison.Ordinal))
        {
            return true;
        }

        if (!name.StartsWith(Workspaces, StringComparison.Ordinal))
        {
            return true;
        }

        var rest = name.AsSpan(Workspaces.Length);
        return !rest.Contains('/')
            || (rest.Count('/') == 1 && rest.EndsWith("/action", StringComparison.Ordinal))
            || rest.StartsWith("computes/", StringComparison.Ordinal)
            || rest.StartsWith("privateendpointconnections/", StringComparison.Ordinal);
    }
}
