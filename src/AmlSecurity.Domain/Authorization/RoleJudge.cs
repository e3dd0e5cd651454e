using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Judges what a role, held by whomever, makes of one operation.</summary>
internal readonly struct RoleJudge(
    ActionName action, Plane plane, ConditionAttributes attributes, WildcardReading reading)
{
    /// <summary>Says why access is denied where this is the best that an assignment came to.</summary>
    public static DenialReason ReasonOf(AssignmentOutcome outcome) => outcome switch
    {
        AssignmentOutcome.RoleNotFound => DenialReason.RoleNotFound,
        AssignmentOutcome.Excluded => DenialReason.Excluded,
        AssignmentOutcome.ConditionUnreadable => DenialReason.ConditionUnreadable,
        AssignmentOutcome.ConditionNotMet => DenialReason.ConditionNotMet,
        _ => DenialReason.NotGranted,
    };

    /// <summary>Judges a role under the condition of its assignment.</summary>
    /// <remarks>The role's blocks add up (RBAC-02), so the block that gives most speaks for the role.</remarks>
    public (AssignmentOutcome Outcome, BlockVerdict Verdict, PermissionBlock? Block) Judge(
        RoleDefinition role, AccessCondition? condition)
    {
        var best = (Outcome: AssignmentOutcome.Silent, Verdict: default(BlockVerdict), Block: (PermissionBlock?)null);
        foreach (var block in role.Blocks)
        {
            var verdict = block.Judge(action, plane, reading);
            var outcome = verdict.Outcome switch
            {
                BlockOutcome.Silent => AssignmentOutcome.Silent,
                BlockOutcome.Excluded => AssignmentOutcome.Excluded,
                _ => Lesser(Under(condition), Under(block.Condition)),
            };
            best = outcome > best.Outcome ? (outcome, verdict, block) : best;
            if (outcome == AssignmentOutcome.Granted)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Finds out what is left of a grant under a condition.</summary>
    public AssignmentOutcome Under(AccessCondition? condition) => condition is null
        ? AssignmentOutcome.Granted
        : ConsideredCondition.OutcomeOf(condition, action, attributes, reading) switch
        {
            ConditionOutcome.Met => AssignmentOutcome.Granted,
            ConditionOutcome.NotMet => AssignmentOutcome.ConditionNotMet,
            _ => AssignmentOutcome.ConditionUnreadable,
        };

    private static AssignmentOutcome Lesser(AssignmentOutcome one, AssignmentOutcome other) =>
        one < other ? one : other;
}
