namespace AmlSecurity.Domain.Rules;

/// <summary>What a rule has to say about one place of an input.</summary>
/// <param name="Rule">The rule that it rests on.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Path">The place, as a JSON path such as <c>$[3].permissions[0].actions[2]</c>.</param>
/// <param name="Message">What is there, in lower case without a full stop, input in backticks.</param>
/// <param name="Remedy">What would satisfy the rule, or null where nothing can be named.</param>
/// <remarks>Equal by all members; no order. Holds no secret. Immutable, hence safe for concurrent use.</remarks>
public sealed record Finding(
    RuleId Rule, FindingSeverity Severity, string Path, string Message, string? Remedy = null)
{
    /// <summary>Says that something is not known which a person can find out.</summary>
    internal static Finding Open(RuleId rule, string path, string message) =>
        new(rule, FindingSeverity.Undetermined, path, message, "look it up");

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Severity, rule, path, message and remedy.</returns>
    public override string ToString() =>
        $"{Severity}: {Rule} at {Path}: {Message}{(Remedy is null ? "" : $"; {Remedy}")}";
}
