using NodaTime;

namespace AmlSecurity.Domain.Rules;

/// <summary>The dates on which a fact holds (DEC-14).</summary>
/// <param name="From">The first date, included.</param>
/// <param name="Until">The first date on which it no longer holds, or null while it holds.</param>
/// <remarks>Equal by its dates; no order. The default holds from 0001-01-01 on, that is, always.</remarks>
public readonly record struct EffectivePeriod(LocalDate From, LocalDate? Until = null)
{
    /// <summary>Determines whether the fact holds under a rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns><see langword="true"/> from <see cref="From"/>, included, to <see cref="Until"/>, excluded.</returns>
    public bool Includes(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return From <= rules.Date && (Until is not { } end || rules.Date < end);
    }
}
