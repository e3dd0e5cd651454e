using AmlSecurity.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Rules;

public sealed class RuleIdTests
{
    [Theory]
    [InlineData("AB-1")]
    [InlineData("ABCDEFGHIJ-123")]
    [InlineData("NET-05.3")]
    [InlineData("NET-05.37")]
    public void A_name_is_read_as_it_is(string text)
    {
        var rule = RuleId.Read(text).Expect();

        Assert.Equal(text, rule.Text);
        Assert.Equal(text, rule.ToString());
    }

    [Theory]
    [InlineData("A-1", 1)]
    [InlineData("ABCDEFGHIJK-1", 10)]
    [InlineData("net-05", 0)]
    [InlineData("NET", 3)]
    [InlineData("NET-", 4)]
    [InlineData("NET-1234", 7)]
    [InlineData("NET-05.", 7)]
    [InlineData("NET-05.123", 9)]
    [InlineData("NET-05 ", 6)]
    [InlineData("NET-٣", 4)]
    public void A_text_of_another_form_is_a_fault_at_its_first_wrong_character(string text, int offset) =>
        Assert.Equal(
            new TextFault<RuleIdFault>(RuleIdFault.NotOfTheFormWordDashNumber, offset), RuleId.Read(text).AsT1);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_is_empty(string? text) => Assert.Equal(RuleIdFault.Empty, RuleId.Read(text).AsT1.Kind);

    [Fact]
    public void Rules_are_equal_by_text()
    {
        Assert.Equal(RuleId.Read("NET-05").Expect(), RuleId.Read("NET-05").Expect());
        Assert.NotEqual(RuleId.Read("NET-05").Expect(), RuleId.Read("NET-5").Expect());
    }

    [Property]
    public Property Every_name_of_the_form_is_read() => Prop.ForAll(
        Names.ToArbitrary(), name => RuleId.Read(name).TryPickT0(out var rule, out _) && rule.Text == name);

    [Property]
    public Property A_name_with_one_character_replaced_is_read_exactly_if_a_pattern_matches_it() => Prop.ForAll(
        (from name in Names
         from at in Gen.Choose(0, name.Length - 1)
         from character in Gen.Elements([.. "AZaz09-. K\u212A"])
         select $"{name[..at]}{character}{name[(at + 1)..]}").ToArbitrary(),
        text =>
        {
            var matches = System.Text.RegularExpressions.Regex.IsMatch(
                text, @"\A[A-Z]{2,10}-[0-9]{1,3}(\.[0-9]{1,2})?\z");
            return (RuleId.Read(text).IsT0 == matches).Classify(matches, "a name").Classify(!matches, "not a name");
        });

    private static Gen<string> Names =>
        from word in Text("ABCXYZ", 2, 10)
        from number in Text("0123456789", 1, 3)
        from row in Gen.OneOf(Gen.Constant(""), Text("0123456789", 1, 2).Select(row => "." + row))
        select $"{word}-{number}{row}";

    private static Gen<string> Text(string alphabet, int least, int most) =>
        from length in Gen.Choose(least, most)
        from characters in Gen.Elements(alphabet.ToCharArray()).ArrayOf(length)
        select new string(characters);
}
