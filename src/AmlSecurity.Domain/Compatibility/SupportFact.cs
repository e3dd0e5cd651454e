using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>What a page says about the support of one combination, and for how long it is taken to hold.</summary>
/// <param name="Rule">The rule that states it.</param>
/// <param name="Subject">The combination.</param>
/// <param name="IsSupported">Whether it is supported.</param>
/// <param name="Statement">The statement, in lower case without a full stop.</param>
/// <param name="Alternative">What the page names instead, or null if it names nothing.</param>
/// <param name="Period">The dates on which it holds.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record SupportFact(
    RuleId Rule,
    SupportSubject Subject,
    bool IsSupported,
    string Statement,
    string? Alternative,
    EffectivePeriod Period);
