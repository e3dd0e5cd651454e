using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

[Trait("Rule", "RBAC-04")]
public sealed class ConditionTests
{
    private const string Dashed = "49fc33c1-886f-4b21-a00e-1d9993234734";

    private const string Plain = "49fc33c1886f4b21a00e1d9993234734";

    [Theory]
    [InlineData("@Resource[a:b] StringEquals 'c'", "@Resource[a:b] StringEquals 'c'")]
    [InlineData("((@Resource[a:b] StringEquals 'c'))", "@Resource[a:b] StringEquals 'c'")]
    [InlineData(" @Resource [ a:b ]\r\n\tstringequals'c' ", "@Resource[a:b] StringEquals 'c'")]
    [InlineData("Resource[a:b] StringEquals 'c'", "@Resource[a:b] StringEquals 'c'")]
    [InlineData("@RESOURCE[a:b] StringEquals {'c'}", "@Resource[a:b] StringEquals 'c'")]
    [InlineData("@Resource[a] boolequals TRUE", "@Resource[a] BoolEquals true")]
    [InlineData("@Request[a:b] GuidEquals{" + Plain + "}", "@Request[a:b] GuidEquals " + Dashed)]
    [InlineData("@Request[a:b] GuidEquals '" + Plain + "'", "@Request[a:b] GuidEquals " + Dashed)]
    [InlineData(
        "@Request[a] foranyofanyvalues:guidequals{" + Plain + "," + Dashed + "}",
        "@Request[a] ForAnyOfAnyValues:GuidEquals {" + Dashed + ", " + Dashed + "}")]
    [InlineData("@Request[a] DateTimeEquals '2022-06-01T02:00:00.0+02:00'", "@Request[a] DateTimeEquals '2022-06-01T00:00:00Z'")]
    [InlineData("@Request[a] NumericEquals -1.50", "@Request[a] NumericEquals -1.5")]
    [InlineData("@Request[a] StringEquals 'it''s'", "@Request[a] StringEquals 'it''s'")]
    [InlineData("@Principal[a] StringEquals @Resource[b]", "@Principal[a] StringEquals @Resource[b]")]
    [InlineData("exists @Environment[UtcNow]", "Exists @Environment[UtcNow]")]
    [InlineData("NOT Exists @Request[a]", "!(Exists @Request[a])")]
    [InlineData("!!Exists @Request[a]", "!(!(Exists @Request[a]))")]
    [InlineData("actionmatches {'a/*' , 'b/read'}", "ActionMatches{'a/*', 'b/read'}")]
    [InlineData("SubOperationMatches{'Blob.List'}", "SubOperationMatches{'Blob.List'}")]
    [InlineData("Exists @Request[a]&&Exists @Request[b]||Exists @Request[c]", "(Exists @Request[a] AND Exists @Request[b]) OR Exists @Request[c]")]
    [InlineData("Exists @Request[a] or Exists @Request[b] and not Exists @Request[c]", "Exists @Request[a] OR (Exists @Request[b] AND !(Exists @Request[c]))")]
    [InlineData("(Exists @Request[a] OR Exists @Request[b]) AND (Exists @Request[c])", "(Exists @Request[a] OR Exists @Request[b]) AND Exists @Request[c]")]
    [InlineData("{'red', 'blue'} ForAllOfAnyValues:StringEquals {'red'}", "{'red', 'blue'} ForAllOfAnyValues:StringEquals {'red'}")]
    public void A_text_has_one_canonical_form(string text, string canonical)
    {
        Assert.Equal(canonical, Sound(text).Canonical);
        Assert.Equal(text, Sound(text).ToString());
        Assert.Equal(Sound(text), Sound(canonical));
        Assert.Equal(Sound(text).GetHashCode(), Sound(canonical).GetHashCode());
    }

    [Theory]
    [InlineData(null, ConditionFault.Empty, 0)]
    [InlineData(" \r\n", ConditionFault.Empty, 0)]
    [InlineData("condition", ConditionFault.WithSomethingOutOfPlace, 0)]
    [InlineData("(", ConditionFault.CutShort, 1)]
    [InlineData("!", ConditionFault.CutShort, 1)]
    [InlineData(")", ConditionFault.WithSomethingOutOfPlace, 0)]
    [InlineData("(Exists @Request[a]", ConditionFault.CutShort, 19)]
    [InlineData("Exists @Request[a])", ConditionFault.WithSomethingOutOfPlace, 18)]
    [InlineData("Exists @Request[a] AND", ConditionFault.CutShort, 22)]
    [InlineData("Exists @Request[a] Exists @Request[b]", ConditionFault.WithSomethingOutOfPlace, 19)]
    [InlineData("Exists @Request[a] & Exists @Request[b]", ConditionFault.WithSomethingOutOfPlace, 19)]
    [InlineData("Exists @Request[a] ANDExists @Request[b]", ConditionFault.WithSomethingOutOfPlace, 19)]
    [InlineData("Exists 'a'", ConditionFault.WithSomethingOutOfPlace, 7)]
    [InlineData("Exists @", ConditionFault.CutShort, 8)]
    [InlineData("Exists @Subject[a]", ConditionFault.WithAnUnknownSource, 8)]
    [InlineData("Exists @Request", ConditionFault.CutShort, 15)]
    [InlineData("Exists @Request a", ConditionFault.WithSomethingOutOfPlace, 16)]
    [InlineData("Exists @Request[]", ConditionFault.WithoutAnAttributeName, 16)]
    [InlineData("Exists @Request[  ]", ConditionFault.WithoutAnAttributeName, 18)]
    [InlineData("Exists @Request[a[b]", ConditionFault.WithoutAnAttributeName, 16)]
    [InlineData("Exists @Request[a", ConditionFault.CutShort, 17)]
    [InlineData("@Request[a]", ConditionFault.CutShort, 11)]
    [InlineData("@Request[a] == 'b'", ConditionFault.WithAForeignCharacter, 12)]
    [InlineData("@Request[a] StringMatches 'b'", ConditionFault.WithAnUnknownOperator, 12)]
    [InlineData("@Request[a] ForEach:StringEquals 'b'", ConditionFault.WithAnUnknownOperator, 12)]
    [InlineData("@Request[a] ForAnyOfAnyValues StringEquals 'b'", ConditionFault.WithSomethingOutOfPlace, 30)]
    [InlineData("@Request[a] ForAnyOfAnyValues:Equals 'b'", ConditionFault.WithAnUnknownOperator, 30)]
    [InlineData("@Request[a] StringEquals", ConditionFault.CutShort, 24)]
    [InlineData("@Request[a] StringEquals b", ConditionFault.WithSomethingOutOfPlace, 25)]
    [InlineData("@Request[a] StringEquals \"b\"", ConditionFault.WithAForeignCharacter, 25)]
    [InlineData("@Request[a] StringEquals 'b", ConditionFault.WithAnUnclosedText, 25)]
    [InlineData("@Request[a] StringEquals 'b''", ConditionFault.WithAnUnclosedText, 25)]
    [InlineData("@Request[a] StringEquals {}", ConditionFault.WithSomethingOutOfPlace, 26)]
    [InlineData("@Request[a] StringEquals {'b',}", ConditionFault.WithSomethingOutOfPlace, 30)]
    [InlineData("@Request[a] StringEquals {'b' 'c'}", ConditionFault.WithSomethingOutOfPlace, 30)]
    [InlineData("@Request[a] StringEquals {'b'", ConditionFault.CutShort, 29)]
    [InlineData("@Request[a] NumericEquals 1.", ConditionFault.WithSomethingOutOfPlace, 26)]
    [InlineData("@Request[a] NumericEquals 1e3", ConditionFault.WithSomethingOutOfPlace, 26)]
    [InlineData("@Request[a] NumericEquals 0.00000000000000000000000000001", ConditionFault.WithAnInexactNumber, 26)]
    [InlineData("@Request[a] NumericEquals 99999999999999999999999999999999999", ConditionFault.WithAnInexactNumber, 26)]
    [InlineData("ActionMatches", ConditionFault.WithSomethingOutOfPlace, 0)]
    [InlineData("ActionMatches{}", ConditionFault.WithSomethingOutOfPlace, 14)]
    [InlineData("ActionMatches{a/read}", ConditionFault.WithSomethingOutOfPlace, 14)]
    [InlineData("ActionMatches{'a/read'", ConditionFault.CutShort, 22)]
    [InlineData("ActionMatches{'a/read', '*/*'}", ConditionFault.WithAnActionPatternThatMatchesNothing, 24)]
    [InlineData("ActionMatches{''}", ConditionFault.WithAnActionPatternThatMatchesNothing, 14)]
    [InlineData("SubOperationMatches{1}", ConditionFault.WithSomethingOutOfPlace, 20)]
    [InlineData("Exists\u00a0@Request[a]", ConditionFault.WithAForeignCharacter, 6)]
    [InlineData("Exists @Request[a] // why", ConditionFault.WithAForeignCharacter, 19)]
    public void What_is_none_is_refused_at_its_place(string? text, ConditionFault kind, int offset)
    {
        var fault = Condition.Read(text).AsT1;

        Assert.Equal((kind, offset), (fault.Kind, fault.Offset));
    }

    [Fact]
    public void It_has_at_most_8_KB()
    {
        const string Before = "@Request[a] StringEquals '";
        var longest = Before + new string('x', AccessCondition.MaximumLength - Before.Length - 1) + "'";

        Assert.Equal(longest, Sound(longest).Text);
        Assert.Equal(
            new TextFault<ConditionFault>(ConditionFault.TooLong, AccessCondition.MaximumLength),
            Condition.Read(longest + " ").AsT1);
    }

    [Fact]
    public void It_is_nested_at_most_64_levels()
    {
        Assert.Equal("Exists @Request[a]", Sound(Nested('(', 64, ')')).Canonical);
        Assert.Equal(
            new TextFault<ConditionFault>(ConditionFault.TooDeeplyNested, 64), Condition.Read(Nested('(', 65, ')')).AsT1);
        Assert.Equal(Sound(Nested('!', 32)), Sound(Sound(Nested('!', 32)).Canonical));
        Assert.Equal(ConditionFault.TooDeeplyNested, Condition.Read(Nested('!', 33)).AsT1.Kind);
        Assert.Equal(ConditionFault.TooDeeplyNested, Condition.Read(new string('(', 8_192)).AsT1.Kind);
        Assert.Equal(ConditionFault.TooDeeplyNested, Condition.Read(new string('!', 8_192)).AsT1.Kind);
    }

    [Fact]
    public void A_tree_makes_a_condition_within_the_same_bounds()
    {
        ConditionExpression exists = new ConditionExpression.Exists(new AttributeName(ConditionSource.Request, "a"));
        var deep = Enumerable.Range(0, 32).Aggregate(exists, (part, _) => new ConditionExpression.Negation(part));

        Assert.Equal("Exists @Request[a]", Condition.Create(exists).Text);
        Assert.Equal(deep, Sound(Condition.Create(deep).Text).Expression);
        Assert.Throws<ArgumentException>(() => Condition.Create(new ConditionExpression.Negation(deep)));
        Assert.Throws<ArgumentException>(
            () => Condition.Create(new ConditionExpression.All([.. Enumerable.Repeat(exists, 500)])));
    }

    [Fact]
    public void A_tree_is_sound_in_itself()
    {
        ConditionExpression exists = new ConditionExpression.Exists(new AttributeName(ConditionSource.Request, "a"));

        Assert.Throws<ArgumentException>(() => new ConditionExpression.All(exists));
        Assert.Throws<ArgumentException>(() => new ConditionExpression.Any());
        Assert.Throws<ArgumentException>(() => new ConditionExpression.Any(exists, null!));
        Assert.Throws<ArgumentNullException>(() => new ConditionExpression.Negation(null!));
        Assert.Throws<ArgumentException>(() => new ConditionExpression.ActionMatches());
        Assert.Throws<ArgumentException>(
            () => new ConditionExpression.ActionMatches(ActionPattern.ReadLeniently("*/*")));
        Assert.Throws<ArgumentException>(() => new ConditionExpression.SubOperationMatches());
        Assert.Throws<ArgumentException>(() => ConditionOperand.Of());
        Assert.Throws<ArgumentNullException>(() => new ConditionValue.Text(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConditionExpression.Comparison(
            ConditionOperand.Of(new ConditionValue.Truth(true)),
            (ConditionOperator)99,
            ConditionOperand.Of(new ConditionValue.Truth(true))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a]")]
    [InlineData("a\n")]
    [InlineData("<$key_case_sensitive$>")]
    public void An_attribute_has_a_name_that_can_be_written(string name) =>
        Assert.Throws<ArgumentException>(() => new AttributeName(ConditionSource.Resource, name));

    [Fact]
    public void The_name_of_an_attribute_is_compared_ignoring_case_but_for_a_key_that_says_otherwise()
    {
        Assert.Equal(Sound("Exists @Resource[A/b:C]"), Sound("Exists @Resource[a/B:c]"));
        Assert.NotEqual(
            Sound("Exists @Resource[a:C<$key_case_sensitive$>]"), Sound("Exists @Resource[a:c<$key_case_sensitive$>]"));
        Assert.Equal(
            Sound("Exists @Resource[A:c<$key_case_sensitive$>]"), Sound("Exists @Resource[a:c<$key_case_sensitive$>]"));
        Assert.NotEqual(Sound("Exists @Resource[a:c]"), Sound("Exists @Resource[a:c<$key_case_sensitive$>]"));
        Assert.NotEqual(Sound("Exists @Resource[a]"), Sound("Exists @Request[a]"));
    }

    private static string Nested(char open, int levels, char? close = null) =>
        new string(open, levels) + "Exists @Request[a]" + (close is { } sign ? new string(sign, levels) : "");
}
