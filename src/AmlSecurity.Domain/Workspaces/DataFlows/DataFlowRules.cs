using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rules that the flows cite beside those of their steps.</summary>
internal static class DataFlowRules
{
    /// <summary>Gets DEC-16: the matrix decides for the three built-in roles, the actions for all others.</summary>
    public static RuleId WhoMayTakeAStep { get; } = RuleId.Of("DEC-16");

    /// <summary>Gets DEC-06: details of scoring requests are written only where that is enabled.</summary>
    public static RuleId ScoringDetails { get; } = RuleId.Of("DEC-06");

    /// <summary>Gets DEC-07: three kinds of compute are unmanaged.</summary>
    public static RuleId UnmanagedTargets { get; } = RuleId.Of("DEC-07");
}
