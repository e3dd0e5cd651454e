using AmlSecurity.Domain.Authorization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

[Trait("Rule", "RBAC-05")]
public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("*", ActionPatternShape.Everything)]
    [InlineData("Microsoft.Compute/virtualMachines/read", ActionPatternShape.Exact)]
    [InlineData("Microsoft.Compute/*", ActionPatternShape.Prefix)]
    [InlineData("Microsoft.Compute/*/read", ActionPatternShape.Infix)]
    [InlineData("*/read", ActionPatternShape.Suffix)]
    public void A_pattern_has_one_of_five_shapes(string text, ActionPatternShape shape)
    {
        var pattern = ActionPattern.Read(text).Expect();

        Assert.Equal(shape, pattern.Shape);
        Assert.Null(pattern.Irregularity);
        Assert.Equal(text, pattern.ToString());
        Assert.Equal(pattern, Pattern(text));
    }

    [Theory]
    [InlineData("*", "a/b", true)]
    [InlineData("*", "a/b/c/d", true)]
    [InlineData("a/b/read", "a/b/read", true)]
    [InlineData("a/b/read", "a/b/c/read", false)]
    [InlineData("a/b/read", "a/b/readx", false)]
    [InlineData("a/*", "a/b", true)]
    [InlineData("a/*", "a/b/c/d", true)]
    [InlineData("a/b/*", "a/b", false)]
    [InlineData("a/*", "ab/c", false)]
    [InlineData("*/read", "a/read", true)]
    [InlineData("*/read", "a/b/c/read", true)]
    [InlineData("*/b/read", "b/read", false)]
    [InlineData("*/read", "a/xread", false)]
    [InlineData("a/*/read", "a/b/read", true)]
    [InlineData("a/*/read", "a/b/c/d/read", true)]
    [InlineData("a/*/read", "a/b/write", false)]
    [InlineData("a/*/read", "ab/c/read", false)]
    [InlineData("a/*/read", "a/b/cread", false)]
    public void Both_readings_agree_at_the_ends_and_on_one_segment_or_more(string pattern, string action, bool covered)
    {
        Assert.Equal(covered, Pattern(pattern).Matches(Action(action), WildcardReading.Azure));
        Assert.Equal(covered, Pattern(pattern).Matches(Action(action), WildcardReading.Literal));
    }

    [Theory]
    [InlineData("a/*/read", "a/read")]
    [InlineData("a/b/*/c/read", "a/b/c/read")]
    [InlineData(
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
        "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")]
    public void A_star_between_two_slashes_covers_nothing_at_all_only_in_the_Azure_reading(
        string pattern, string action)
    {
        Assert.True(Pattern(pattern).Matches(Action(action)));
        Assert.True(Pattern(pattern).Matches(Action(action), WildcardReading.Azure));
        Assert.False(Pattern(pattern).Matches(Action(action), WildcardReading.Literal));
    }

    [Theory]
    [InlineData("a/b/*/b/c", "a/b/c")]
    [InlineData("a/read/*/read", "a/read")]
    [InlineData("a/b/*/a/b", "a/b")]
    public void What_stands_before_the_star_and_behind_it_never_overlaps(string pattern, string action)
    {
        Assert.False(Pattern(pattern).Matches(Action(action), WildcardReading.Azure));
        Assert.False(Pattern(pattern).Matches(Action(action), WildcardReading.Literal));
    }

    [Theory]
    [InlineData("a/b/*/b/c", "a/b/b/c", true, false)]
    [InlineData("a/b/*/b/c", "a/b/b/b/c", true, true)]
    public void Two_equal_segments_around_the_star_are_both_needed(
        string pattern, string action, bool azure, bool literal)
    {
        Assert.Equal(azure, Pattern(pattern).Matches(Action(action), WildcardReading.Azure));
        Assert.Equal(literal, Pattern(pattern).Matches(Action(action), WildcardReading.Literal));
    }

    [Theory]
    [InlineData("Microsoft.Authorization/*/Delete", "microsoft.authorization/roleAssignments/delete")]
    [InlineData("MICROSOFT.WEB/SITES/RESTART/ACTION", "microsoft.web/sites/restart/Action")]
    [InlineData("*/READ", "a/read")]
    [InlineData("A/*", "a/b")]
    public void Case_does_not_matter(string pattern, string action) =>
        Assert.True(Pattern(pattern).Matches(Action(action)));

    [Fact]
    public void A_foreign_letter_is_never_taken_for_an_ASCII_one() =>
        Assert.False(Pattern("a/\u212Aey/read").Matches(Action("a/key/read")));

    [Theory]
    [InlineData("", ActionPatternFault.Empty, 0)]
    [InlineData("  ", ActionPatternFault.Empty, 0)]
    [InlineData("*/*", ActionPatternFault.WithTwoWildcards, 2)]
    [InlineData("a/*/b/*", ActionPatternFault.WithTwoWildcards, 6)]
    [InlineData("**", ActionPatternFault.WithTwoWildcards, 1)]
    [InlineData("a/b*", ActionPatternFault.WithAWildcardInsideASegment, 3)]
    [InlineData("a/*b/read", ActionPatternFault.WithAWildcardInsideASegment, 2)]
    [InlineData(" a/b*", ActionPatternFault.WithAWildcardInsideASegment, 4)]
    [InlineData("a/read ", ActionPatternFault.SurroundedByBlanks, 6)]
    [InlineData("\ta/read", ActionPatternFault.SurroundedByBlanks, 0)]
    [InlineData("a/{operationName}", ActionPatternFault.WithAForeignCharacter, 2)]
    [InlineData("a/b c/read", ActionPatternFault.WithAForeignCharacter, 3)]
    [InlineData("a/b/", ActionPatternFault.WithAnEmptySegment, 3)]
    [InlineData("/a", ActionPatternFault.WithAnEmptySegment, 0)]
    [InlineData("a//b", ActionPatternFault.WithAnEmptySegment, 1)]
    [InlineData("action", ActionPatternFault.WithoutAProvider, 6)]
    public void An_irregular_text_is_refused_strictly_and_kept_leniently(
        string text, ActionPatternFault kind, int offset)
    {
        var fault = new TextFault<ActionPatternFault>(kind, offset);

        Assert.Equal(fault, ActionPattern.Read(text).AsT1);
        Assert.Equal(fault, Pattern(text).Irregularity);
        Assert.Equal(text, Pattern(text).Text);
    }

    [Fact]
    public void A_text_of_512_characters_is_the_longest()
    {
        var longest = "a/" + new string('b', 510);

        Assert.True(ActionPattern.Read(longest).IsT0);
        Assert.Equal(
            new TextFault<ActionPatternFault>(ActionPatternFault.TooLong, 512), ActionPattern.Read(longest + "b").AsT1);
        Assert.Equal(ActionPatternShape.Unmatchable, Pattern(longest + "b").Shape);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("*/*")]
    [InlineData("a/*/*")]
    [InlineData("a/b*")]
    [InlineData("a/*b/read")]
    [InlineData("**")]
    public void What_has_no_meaning_matches_nothing(string text)
    {
        Assert.Equal(ActionPatternShape.Unmatchable, Pattern(text).Shape);
        Assert.False(Pattern(text).Matches(Action("a/b")));
        Assert.False(Pattern(text).Matches(Action("a/b/read")));
        Assert.False(Pattern(text).Matches(Action("a/xb/read")));
        Assert.False(Pattern(text).Matches(Action("a/b/c/d")));
    }

    [Theory]
    [InlineData("Microsoft.Network/virtualNetworks/read ", "microsoft.network/virtualnetworks/read")]
    [InlineData(" a/* ", "a/b")]
    [InlineData("a/{operationName}", "a/{operationname}")]
    [InlineData("Microsoft.Insights/alertRules/", "Microsoft.Insights/alertRules/")]
    public void Irregular_text_that_still_has_a_meaning_matches_by_it(string pattern, string action) =>
        Assert.True(Pattern(pattern).Matches(Action(action)));

    [Fact]
    public void A_slash_at_the_end_is_no_wildcard() =>
        Assert.False(Pattern("Microsoft.Insights/alertRules/").Matches(Action("Microsoft.Insights/alertRules/read")));

    [Fact]
    public void Patterns_are_equal_ignoring_case_and_surrounding_blanks()
    {
        Assert.Equal(Pattern("A/Read "), Pattern("a/read"));
        Assert.Equal(Pattern("A/Read ").GetHashCode(), Pattern("a/read").GetHashCode());
        Assert.NotEqual(Pattern("a/read"), Pattern("a/write"));
    }

    [Property(MaxTest = 1000 / Law.Share)]
    public Property A_pattern_matches_what_segments_taken_one_by_one_do() => Prop.ForAll(
        (from pattern in Texts(withStars: true)
         from action in Gen.Frequency(
             (1, Texts(withStars: false)),
             (3, from middle in Texts(withStars: false)
                 from zero in Gen.Elements(true, false)
                 select zero ? pattern.Replace("/*/", "/") : pattern.Replace("*", middle)))
         where !action.Contains('*') && action.Contains('/')
         from literal in Gen.Elements(true, false)
         select (pattern, action, literal)).ToArbitrary(),
        given =>
        {
            var expected = AccessModel.Matches(given.pattern, given.action, given.literal);
            var reading = given.literal ? WildcardReading.Literal : WildcardReading.Azure;
            return (Pattern(given.pattern).Matches(Action(given.action), reading) == expected)
                .Classify(expected, "covered").Classify(!expected, "not covered");
        });

    private static Gen<string> Texts(bool withStars) =>
        from length in Gen.Choose(1, 5)
        from segments in Gen.Elements((withStars ? "a b A * * b*" : "a b B").Split(' ')).ArrayOf(length)
        select string.Join('/', segments);
}
