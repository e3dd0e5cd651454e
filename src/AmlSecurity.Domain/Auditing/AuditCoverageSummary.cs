using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>How near the traces of several operations come to an audit log of all activity (SCOPE-02).</summary>
/// <remarks>Equal by its answers in their order; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditCoverageSummary
{
    private AuditCoverageSummary(ImmutableArray<AuditCoverage> all) => All = all;

    /// <summary>Gets the answers, in the order of the operations.</summary>
    public ImmutableArray<AuditCoverage> All { get; }

    /// <summary>Gets what is visible together with who did it.</summary>
    public ImmutableArray<AuditCoverage> WithActor => [.. All.Where(one => one.NamesActor)];

    /// <summary>Gets what is visible without who did it.</summary>
    public ImmutableArray<AuditCoverage> WithoutActor =>
        [.. All.Where(one => one.Class == AuditClass.UnattributedActivity)];

    /// <summary>Gets what is not visible at all.</summary>
    public ImmutableArray<AuditCoverage> Unseen => [.. All.Where(one => one.Class == AuditClass.NotLogged)];

    /// <summary>Gets what no source speaks of.</summary>
    public ImmutableArray<AuditCoverage> NotStated => [.. All.Where(one => one.Class == AuditClass.NotStated)];

    /// <summary>Gets a value indicating whether every operation is visible together with who did it.</summary>
    public bool IsComplete => All.All(one => one.NamesActor);

    /// <summary>Gets the gap: one finding for each operation that is not seen with its actor, and one where a resource
    /// log must be turned on for it.</summary>
    public ImmutableArray<Finding> Findings => [.. All.Select(Judge).OfType<Finding>()];

    /// <summary>Sums up answers.</summary>
    /// <param name="coverages">The answers.</param>
    /// <returns>The summary.</returns>
    public static AuditCoverageSummary Of(params ImmutableArray<AuditCoverage> coverages) =>
        new(coverages.IsDefault ? [] : coverages);

    /// <summary>Sums up the 13 rows of the matrix.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The summary.</returns>
    public static AuditCoverageSummary OfMatrix(RuleSet rules) =>
        new([.. OperationMatrix.Operations.Select(row => AuditCoverage.Of(row, rules))]);

    /// <summary>Determines whether two summaries hold the same answers.</summary>
    /// <param name="other">The other summary.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(AuditCoverageSummary? other) => other is not null && All.SequenceEqual(other.All);

    /// <inheritdoc/>
    public override int GetHashCode() => All.Length;

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The four counts.</returns>
    public override string ToString() =>
        $"{All.Length} operations: {WithActor.Length} visible with their actor, {WithoutActor.Length} without, "
        + $"{Unseen.Length} not visible, {NotStated.Length} not stated";

    private static Finding? Judge(AuditCoverage one, int index)
    {
        var (severity, lack, remedy) = one.Class switch
        {
            AuditClass.ActivityLog => (FindingSeverity.Advice, null, null),
            AuditClass.ResourceLog => (
                FindingSeverity.Advice,
                "is seen only where a diagnostic setting keeps the resource logs",
                "send the categories " + string.Join(", ", one.ResourceLogs) + " to a store"),
            AuditClass.UnattributedActivity => (
                FindingSeverity.Warning, "is not in the activity log, and nothing tells who did it", Own),
            AuditClass.NotLogged => (FindingSeverity.Warning, "leaves no trace", Own),
            _ => (FindingSeverity.Undetermined, (string?)"is not stated to leave a trace", (string?)Own),
        };
        return lack is null
            ? null
            : new Finding(
                CoverageRules.AllActivity,
                severity,
                $"$[{index}]",
                $"{Plaintext.Quote(one.Operation)} {lack}",
                remedy);
    }

    private const string Own = "record it in a log of your own when it is asked for";
}
