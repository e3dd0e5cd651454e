using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>The rules that answers about coverage cite.</summary>
internal static class CoverageRules
{
    /// <summary>Gets MON-06: starting a run and registering a model do not write to the activity log.</summary>
    public static RuleId Unlogged { get; } = RuleId.Of("MON-06");

    /// <summary>Gets MON-07: the area of activities does not say who.</summary>
    public static RuleId Unattributed { get; } = RuleId.Of("MON-07");

    /// <summary>Gets MON-08: what writes through Azure Resource Manager is in the activity log.</summary>
    public static RuleId ThroughResourceManager { get; } = RuleId.Of("MON-08");

    /// <summary>Gets DEC-12: the five classes.</summary>
    public static RuleId Classes { get; } = RuleId.Of("DEC-12");

    /// <summary>Gets SCOPE-02: an audit log of all activity is an aim.</summary>
    public static RuleId AllActivity { get; } = RuleId.Of("SCOPE-02");
}
