using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Makes the findings of an assessment.</summary>
internal static class Say
{
    public static Finding Violation(RuleId rule, ConfigurationNode at, string message, string? remedy = null) =>
        new(rule, FindingSeverity.Violation, at.Place, message, remedy);

    public static Finding Warning(RuleId rule, ConfigurationNode at, string message, string? remedy = null) =>
        new(rule, FindingSeverity.Warning, at.Place, message, remedy);

    public static Finding Advice(RuleId rule, ConfigurationNode at, string message, string? remedy = null) =>
        new(rule, FindingSeverity.Advice, at.Place, message, remedy);

    /// <summary>Says that something is open, and by which unresolved value if it is one.</summary>
    public static Finding Open(RuleId rule, ConfigurationNode at, string message) => at.Reason is { } reason
        ? new(rule, FindingSeverity.Undetermined, at.Place, $"{message}: unresolved, {reason}", "give the value")
        : Finding.Open(rule, at.Place, message);

    /// <summary>Says something of a fact: nothing while it holds, a violation if it does not, else that it is
    /// open.</summary>
    public static Finding? Demand(RuleId rule, ConfigurationNode at, bool? holds, string fact, string remedy) =>
        holds switch
        {
            true => null,
            false => Violation(rule, at, $"it is not so that {fact}", remedy),
            null => Open(rule, at, $"whether {fact} is not known"),
        };
}
