using AmlSecurity.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Rules;

[Trait("Rule", "DEC-14")]
public sealed class RuleSetTests
{
    [Fact]
    public void The_named_rule_sets_stand_on_their_dates()
    {
        Assert.Equal(new LocalDate(2020, 3, 13), RuleSet.March2020.Date);
        Assert.Equal(new LocalDate(2020, 7, 28), RuleSet.July2020.Date);
        Assert.Equal(LocalDate.MaxIsoValue, RuleSet.Current.Date);
    }

    [Fact]
    public void A_date_is_read_as_the_rules_of_that_date()
    {
        Assert.Equal(RuleSet.March2020, RuleSet.Read("2020-03-13").Expect());
        Assert.Equal(RuleSet.July2020, RuleSet.Read("2020-07-28").Expect());
        Assert.Equal(RuleSet.Current, RuleSet.Read("current").Expect());
    }

    [Theory]
    [InlineData(null, RuleSetFault.Empty)]
    [InlineData("", RuleSetFault.Empty)]
    [InlineData("Current", RuleSetFault.NeitherCurrentNorAnIsoDate)]
    [InlineData("2020-13-01", RuleSetFault.NeitherCurrentNorAnIsoDate)]
    [InlineData("2021-02-29", RuleSetFault.NeitherCurrentNorAnIsoDate)]
    [InlineData("2020-3-13", RuleSetFault.NeitherCurrentNorAnIsoDate)]
    [InlineData("2020-03-13T00:00", RuleSetFault.NeitherCurrentNorAnIsoDate)]
    [InlineData("2020-03-12", RuleSetFault.OlderThanTheOldestRules)]
    [InlineData("-2020-03-13", RuleSetFault.OlderThanTheOldestRules)]
    public void Another_text_is_a_fault(string? text, RuleSetFault fault) =>
        Assert.Equal(new TextFault<RuleSetFault>(fault, 0), RuleSet.Read(text).AsT1);

    [Fact]
    public void The_current_rules_are_written_as_a_word_and_others_as_their_date()
    {
        Assert.Equal("current", RuleSet.Current.ToString());
        Assert.Equal("2020-03-13", RuleSet.March2020.ToString());
    }

    [Property]
    public Property Every_date_from_the_oldest_rules_on_is_a_rule_set_and_no_other() => Prop.ForAll(
        Gen.Choose(-1000, 4000).Select(days => RuleSet.March2020.Date.PlusDays(days)).ToArbitrary(),
        date => (RuleSet.Read($"{date:uuuu'-'MM'-'dd}").TryPickT0(out var rules, out _)
            ? date >= RuleSet.March2020.Date && rules.Date == date && RuleSet.Read(rules.ToString()).Expect() == rules
            : date < RuleSet.March2020.Date)
            .Classify(date < RuleSet.March2020.Date, "older than the oldest rules"));
}
