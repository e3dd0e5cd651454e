using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Whether a combination is supported under a rule set.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SupportAnswer
{
    private SupportAnswer()
    {
    }

    /// <summary>It is supported.</summary>
    /// <param name="Fact">The fact that says so.</param>
    public sealed record Supported(SupportFact Fact) : SupportAnswer;

    /// <summary>It is not supported.</summary>
    /// <param name="Fact">The fact that says so, with the alternative if the page names one.</param>
    public sealed record NotSupported(SupportFact Fact) : SupportAnswer;

    /// <summary>No page of that time speaks of it.</summary>
    /// <param name="Subject">The combination.</param>
    /// <param name="Rules">The rules that were asked.</param>
    public sealed record NotStated(SupportSubject Subject, RuleSet Rules) : SupportAnswer;
}
