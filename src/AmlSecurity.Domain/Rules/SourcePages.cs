using NodaTime;

namespace AmlSecurity.Domain.Rules;

/// <summary>How long the pages of a time hold.</summary>
internal static class SourcePages
{
    /// <summary>Gets the dates of the pages of 2020. They do not say when they ended; the model lets them end with
    /// the year.</summary>
    public static EffectivePeriod Of2020 { get; } = new(RuleSet.March2020.Date, new LocalDate(2021, 1, 1));
}
