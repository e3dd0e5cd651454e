using AmlSecurity.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Rules;

[Trait("Rule", "DEC-14")]
public sealed class EffectivePeriodTests
{
    private static readonly LocalDate Start = new(2020, 6, 1);

    [Theory]
    [InlineData("2020-05-31", false)]
    [InlineData("2020-06-01", true)]
    [InlineData("2020-06-30", true)]
    [InlineData("2020-07-01", false)]
    [InlineData("current", false)]
    public void The_first_date_is_included_and_the_last_is_not(string rules, bool included) =>
        Assert.Equal(
            included, new EffectivePeriod(Start, new LocalDate(2020, 7, 1)).Includes(RuleSet.Read(rules).Expect()));

    [Fact]
    public void A_period_without_an_end_holds_under_the_current_rules() =>
        Assert.True(new EffectivePeriod(Start).Includes(RuleSet.Current));

    [Fact]
    public void The_default_holds_always()
    {
        Assert.True(default(EffectivePeriod).Includes(RuleSet.March2020));
        Assert.True(default(EffectivePeriod).Includes(RuleSet.Current));
    }

    [Fact]
    public void No_rule_set_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentNullException>(() => default(EffectivePeriod).Includes(null!));

    [Property]
    public Property Periods_that_meet_share_no_date_and_leave_none_out() => Prop.ForAll(
        (from days in Gen.Choose(0, 400)
         from meeting in Gen.Choose(0, 400)
         select (Rules: DateAfter(days), Meeting: RuleSet.March2020.Date.PlusDays(meeting))).ToArbitrary(),
        given =>
        {
            var before = new EffectivePeriod(RuleSet.March2020.Date, given.Meeting).Includes(given.Rules);
            var after = new EffectivePeriod(given.Meeting).Includes(given.Rules);
            return (before != after).Classify(before, "before").Classify(after, "after");
        });

    private static RuleSet DateAfter(int days) =>
        RuleSet.Read($"{RuleSet.March2020.Date.PlusDays(days):uuuu'-'MM'-'dd}").Expect();
}
