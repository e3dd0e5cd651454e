using AmlSecurity.Domain.Authorization;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Says in words, and with names instead of ids, on what grounds a decision was made.</summary>
internal sealed class Grounds(PrincipalNames names, AccessExplanation explanation)
{
    public string Sentence() => explanation.Decision switch
    {
        AccessDecision.Allowed allowed =>
            $"{allowed.Role.Name} at {ScopeLabel.Of(allowed.Assignment.Scope)} grants it",
        AccessDecision.Denied denied => denied.Reason switch
        {
            DenialReason.RoleNotFound => "the role held is not among the definitions, or several fit",
            DenialReason.NotGranted => "no role held covers the operation",
            DenialReason.Excluded => "a role held covers the operation and excludes it again",
            DenialReason.ConditionUnreadable => "what would grant it stands under a condition that cannot be read",
            DenialReason.ConditionNotMet => "what would grant it stands under a condition that does not hold",
            DenialReason.DenyAssignment => "a deny assignment blocks it, whatever the roles",
            DenialReason.GuestNotSupported => "guests are not supported",
            _ => "no role is held on the scope or above it, directly or through groups",
        },
        _ => "",
    };

    /// <summary>Gets a line for each deny, each assignment and each condition considered, in the order of the
    /// explanation, and for what would have to change.</summary>
    public IEnumerable<(string Label, string Text)> Lines() => explanation.Denies
        .Select(deny => ("deny", Line(deny)))
        .Concat(explanation.Assignments.SelectMany(assignment => assignment.Conditions
            .Select(condition => ("if", $"the condition {condition}"))
            .Prepend(("role", Line(assignment)))))
        .Concat(Changes().Select(change => ("change", change)));

    // The first line is the heading.
    private IEnumerable<string> Changes() => explanation.FindRemedy() is { } remedy
        ? $"{remedy}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select((line, at) => at == 0 ? $"allowed if {line}" : $"and if {line}")
        : [];

    private static string Line(ConsideredDeny considered)
    {
        var deny = considered.Deny;
        var what = considered.Outcome switch
        {
            DenyOutcome.OtherPrincipal => "names other principals",
            DenyOutcome.PrincipalExcluded => "spares the principal, which it excludes",
            DenyOutcome.OtherScope => "does not apply to child scopes",
            DenyOutcome.Exempt => $"exempts it by {considered.Exempting?.Text}",
            DenyOutcome.Audited => $"would block it by {considered.Covering?.Text}, but is only audited",
            DenyOutcome.Blocked => $"blocks it by {considered.Covering?.Text}",
            _ => "does not cover it",
        };
        return $"{deny.Name ?? deny.Id} at {ScopeLabel.Of(deny.Scope)}: {what}";
    }

    private string Line(ConsideredAssignment considered)
    {
        var role = considered.Role?.Name ?? considered.Assignment.Role.ToString();
        var through = considered.ThroughGroups.IsEmpty
            ? ""
            : $", through {string.Join(", which is in ", considered.ThroughGroups.Select(names.Of))}";
        var what = considered.Outcome switch
        {
            AssignmentOutcome.Granted => $"grants it by {considered.Covering?.Text}",
            AssignmentOutcome.ConditionUnreadable or AssignmentOutcome.ConditionNotMet =>
                $"would grant it by {considered.Covering?.Text}, but for a condition",
            AssignmentOutcome.Excluded =>
                $"covers it by {considered.Covering?.Text} and excludes it by {considered.Excluding?.Text}",
            AssignmentOutcome.Silent => "does not cover it",
            _ => "is not among the definitions, or several fit",
        };
        return $"{role} at {ScopeLabel.Of(considered.Assignment.Scope)}{through}: {what}";
    }
}
