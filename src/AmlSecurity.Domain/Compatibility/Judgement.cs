using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Makes the findings of this room.</summary>
internal static class Judgement
{
    public static Finding Against(RuleId rule, string path, string message, string? remedy = null) =>
        new(rule, FindingSeverity.Violation, path, message, remedy);

    public static Finding Open(RuleId rule, string path, string message) =>
        Finding.Open(rule, path, message);
}
