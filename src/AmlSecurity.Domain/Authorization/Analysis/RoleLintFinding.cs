using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>What <see cref="RoleLint"/> found at one place of a role.</summary>
/// <param name="Code">What it is.</param>
/// <param name="Path">The place, as a JSON path such as <c>$.permissions[0].actions[2]</c>.</param>
/// <param name="Message">What is there, in lower case without a full stop, input in backticks.</param>
/// <param name="Block">The block, counted from 0, or null if it is about the whole role.</param>
/// <param name="Entry">The entry or exclusion, or null if it is not about one.</param>
/// <param name="Action">An operation that shows it, or null where none is needed.</param>
/// <param name="IsConditional">Whether it holds only where a condition is fulfilled.</param>
/// <param name="Remedy">What would remove it, or null where nothing can be named.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RoleLintFinding(
    RoleLintCode Code,
    string Path,
    string Message,
    int? Block = null,
    ActionPattern? Entry = null,
    ActionName? Action = null,
    bool IsConditional = false,
    string? Remedy = null)
{
    /// <summary>Gets the rule that it rests on.</summary>
    public RuleId Rule => Code switch
    {
        RoleLintCode.ReadingDependent or RoleLintCode.Malformed => AuthorizationRules.Wildcards,
        RoleLintCode.WrongPlane => AuthorizationRules.Planes,
        RoleLintCode.Escalation => AuthorizationRules.Escalation,
        RoleLintCode.SecretReturning => AuthorizationRules.SecretReads,
        RoleLintCode.UnassignableScope => AuthorizationRules.Limits,
        RoleLintCode.ConditionNeverApplies => AuthorizationRules.Conditions,
        RoleLintCode.GrantsNothing or RoleLintCode.UnknownOperation => AuthorizationRules.DefaultDeny,
        _ => AuthorizationRules.EntriesMinusExclusions,
    };

    /// <summary>Gets how much it weighs.</summary>
    public FindingSeverity Severity => Code switch
    {
        RoleLintCode.UnassignableScope => FindingSeverity.Violation,
        RoleLintCode.Duplicate or RoleLintCode.Subsumed or RoleLintCode.EqualRoles
            or RoleLintCode.UnknownOperation => FindingSeverity.Advice,
        _ => FindingSeverity.Warning,
    };

    /// <summary>Converts it to a finding as other checks give them.</summary>
    /// <returns>The finding.</returns>
    public Finding ToFinding() => new(Rule, Severity, Path, Message, Remedy);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The text of the finding.</returns>
    public override string ToString() => ToFinding().ToString();
}
