using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What one assignment of the principal contributed to a decision, and by which entries.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ConsideredAssignment
{
    internal ConsideredAssignment(
        RoleAssignment assignment,
        RoleDefinition? role,
        AssignmentOutcome outcome,
        BlockVerdict verdict,
        ImmutableArray<ConsideredCondition> conditions,
        ImmutableArray<PrincipalId> throughGroups)
    {
        Assignment = assignment;
        Role = role;
        Outcome = outcome;
        Covering = verdict.Covering;
        Excluding = verdict.Excluding;
        Conditions = conditions;
        ThroughGroups = throughGroups;
    }

    /// <summary>Gets what was considered.</summary>
    public RoleAssignment Assignment { get; }

    /// <summary>Gets its role, or null if it was not found.</summary>
    public RoleDefinition? Role { get; }

    /// <summary>Gets what it contributed.</summary>
    public AssignmentOutcome Outcome { get; }

    /// <summary>Gets the entry that covers the operation, or null.</summary>
    public ActionPattern? Covering { get; }

    /// <summary>Gets the exclusion that takes it away again, or null.</summary>
    public ActionPattern? Excluding { get; }

    /// <summary>Gets the conditions that stand before a grant: the assignment's own, then that of the block of its
    /// role; empty if it would not grant anyway.</summary>
    public ImmutableArray<ConsideredCondition> Conditions { get; }

    /// <summary>Gets the groups through which the principal holds it, nearest to the principal first; empty if
    /// directly.</summary>
    public ImmutableArray<PrincipalId> ThroughGroups { get; }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        var groups = string.Join(" in ", ThroughGroups.Select(group => Plaintext.Quote(group.Text)));
        var through = groups.Length == 0 ? "" : $" through group {groups}";
        var what = Outcome switch
        {
            AssignmentOutcome.Granted => $"grants it by {Plaintext.Quote(Covering?.Text)}{Under()}",
            AssignmentOutcome.ConditionUnreadable or AssignmentOutcome.ConditionNotMet =>
                $"would grant it by {Plaintext.Quote(Covering?.Text)}{Under()}",
            AssignmentOutcome.Excluded =>
                $"covers it by {Plaintext.Quote(Covering?.Text)} and excludes it by {Plaintext.Quote(Excluding?.Text)}",
            AssignmentOutcome.Silent => "does not cover it",
            _ => "names a role that is not among the definitions, or several",
        };
        var role = Plaintext.Quote(Role?.Name ?? Assignment.Role.ToString());
        return $"{role} at {Plaintext.Quote(Assignment.Scope.Text)}{through}: {what}";
    }

    // Of two conditions the one that stands in the way.
    private string Under() => Conditions.MinBy(condition => condition.Outcome) is { } condition
        ? $", {(condition.Outcome == ConditionOutcome.Met ? "under" : "but for")} a condition that {condition}"
        : "";
}
