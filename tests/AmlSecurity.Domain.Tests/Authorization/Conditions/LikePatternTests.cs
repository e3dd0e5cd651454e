using System.Diagnostics;
using AmlSecurity.Domain.Authorization.Conditions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

[Trait("Rule", "RBAC-04")]
public sealed class LikePatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("a", "", false)]
    [InlineData("abc", "*", true)]
    [InlineData("abc", "a*", true)]
    [InlineData("abc", "*c", true)]
    [InlineData("abc", "*b*", true)]
    [InlineData("abc", "**a**c**", true)]
    [InlineData("abc", "a?c", true)]
    [InlineData("abc", "a?", false)]
    [InlineData("abc", "????", false)]
    [InlineData("aXbXc", "a*X", false)]
    [InlineData("readonly/a/b", "readonly/*", true)]
    [InlineData("a*c", @"a\*c", true)]
    [InlineData("abc", @"a\*c", false)]
    [InlineData("a?c", @"a\?c", true)]
    [InlineData("abc", @"a\?c", false)]
    [InlineData(@"a\c", @"a\\c", true)]
    [InlineData(@"a\bc", @"a\bc", true)]
    [InlineData(@"a\", @"a\", true)]
    [InlineData(@"a\x", @"a\\*", true)]
    [InlineData(".+", "..", false)]
    public void A_text_fits_as_a_whole(string text, string pattern, bool fits) =>
        Assert.Equal(fits, LikePattern.Fits(text, pattern, ignoresCase: false));

    [Fact]
    public void Case_is_ignored_where_asked_and_no_letter_becomes_a_foreign_one()
    {
        Assert.True(LikePattern.Fits("straße-Ä", "STRAßE-ä", ignoresCase: true));
        Assert.False(LikePattern.Fits("K", "\u212a", ignoresCase: true));
        Assert.False(LikePattern.Fits("a", "A", ignoresCase: false));
    }

    [Property(MaxTest = 2000 / Law.Share)]
    public Property It_agrees_with_matching_by_cases() => Prop.ForAll(
        (from text in Texts("ab\\*?", 7)
         from pattern in Texts("ab\\*?*?", 7)
         select (text, pattern)).ToArbitrary(),
        given => (LikePattern.Fits(given.text, given.pattern, false) == ByCases(given.text, given.pattern))
            .Classify(ByCases(given.text, given.pattern), "fits"));

    [Fact]
    public void Many_stars_take_no_more_than_the_product_of_the_lengths()
    {
        var pattern = string.Concat(Enumerable.Repeat("a*", 2_000)) + "b";
        var clock = Stopwatch.StartNew();

        Assert.False(LikePattern.Fits(new string('a', 20_000), pattern, ignoresCase: true));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    private static bool ByCases(string text, string pattern) => (text, pattern) switch
    {
        (_, "") => text.Length == 0,
        (_, ['*', .. var rest]) => ByCases(text, rest) || (text.Length > 0 && ByCases(text[1..], pattern)),
        ("", _) => false,
        (_, ['?', .. var rest]) => ByCases(text[1..], rest),
        (_, ['\\', '*' or '?' or '\\', .. var rest]) => text[0] == pattern[1] && ByCases(text[1..], rest),
        _ => text[0] == pattern[0] && ByCases(text[1..], pattern[1..]),
    };

    private static Gen<string> Texts(string alphabet, int longest) =>
        from length in Gen.Choose(0, longest)
        from characters in Gen.Elements(alphabet.ToCharArray()).ArrayOf(length)
        select new string(characters);
}
