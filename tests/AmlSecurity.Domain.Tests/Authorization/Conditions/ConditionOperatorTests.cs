using AmlSecurity.Domain.Authorization.Conditions;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>Each operator by examples. The left side is the attribute <c>x</c>.</summary>
[Trait("Rule", "RBAC-04")]
public sealed class ConditionOperatorTests
{
    private const string Early = "'2022-06-01T00:00:00.0000001Z'";

    private const string Late = "'2022-06-01T02:00:00.0000002+02:00'";

    private const string One = "49fc33c1-886f-4b21-a00e-1d9993234734";

    private const string Two = "5a382001-fe36-41ff-bba4-8bf06bd54da9";

    public static TheoryData<string, string, string, bool> Examples => new()
    {
        { "'ab'", "StringEquals", "'ab'", true },
        { "'ab'", "StringEquals", "'aB'", false },
        { "'ab'", "StringEquals", "'ab '", false },
        { "'ab'", "StringEqualsIgnoreCase", "'aB'", true },
        { "'ab'", "StringEqualsIgnoreCase", "'ac'", false },
        { "'ab'", "StringNotEquals", "'aB'", true },
        { "'ab'", "StringNotEquals", "'ab'", false },
        { "'ab'", "StringNotEqualsIgnoreCase", "'aB'", false },
        { "'ab'", "StringNotEqualsIgnoreCase", "'ac'", true },
        { "'ab/c'", "StringStartsWith", "'ab/'", true },
        { "'ab/c'", "StringStartsWith", "'AB/'", false },
        { "'ab'", "StringStartsWith", "'ab/'", false },
        { "'ab'", "StringStartsWith", "'a*'", false },
        { "'ab/c'", "StringStartsWithIgnoreCase", "'AB/'", true },
        { "'ab/c'", "StringNotStartsWith", "'AB/'", true },
        { "'ab/c'", "StringNotStartsWith", "'ab/'", false },
        { "'ab/c'", "StringNotStartsWithIgnoreCase", "'AB/'", false },
        { "'ab/c'", "StringNotStartsWithIgnoreCase", "'b'", true },
        { "'abcd'", "StringLike", "'a*c?'", true },
        { "'abcd'", "StringLike", "'A*C?'", false },
        { "'abcd'", "StringLike", "'a*c'", false },
        { "'abcd'", "StringLikeIgnoreCase", "'A*C?'", true },
        { "'abcd'", "StringNotLike", "'a*c'", true },
        { "'abcd'", "StringNotLike", "'a*'", false },
        { "'abcd'", "StringNotLikeIgnoreCase", "'A*'", false },
        { "'abcd'", "StringNotLikeIgnoreCase", "'B*'", true },
        { "10", "NumericEquals", "10.0", true },
        { "10", "NumericEquals", "11", false },
        { "0.1", "NumericEquals", "0.10000000000000000000000001", false },
        { "10", "NumericNotEquals", "11", true },
        { "10", "NumericNotEquals", "10", false },
        { "-10", "NumericLessThan", "-9.9", true },
        { "10", "NumericLessThan", "10", false },
        { "10", "NumericLessThanEquals", "10", true },
        { "10", "NumericLessThanEquals", "9", false },
        { "10", "NumericGreaterThan", "9", true },
        { "10", "NumericGreaterThan", "10", false },
        { "10", "NumericGreaterThanEquals", "10", true },
        { "10", "NumericGreaterThanEquals", "10.5", false },
        { Early, "DateTimeEquals", "'2022-06-01T02:00:00.0000001+02:00'", true },
        { Early, "DateTimeEquals", Late, false },
        { Early, "DateTimeNotEquals", Late, true },
        { Early, "DateTimeNotEquals", Early, false },
        { Early, "DateTimeLessThan", Late, true },
        { Early, "DateTimeLessThan", Early, false },
        { Early, "DateTimeLessThanEquals", Early, true },
        { Late, "DateTimeLessThanEquals", Early, false },
        { Late, "DateTimeGreaterThan", Early, true },
        { Early, "DateTimeGreaterThan", Early, false },
        { Early, "DateTimeGreaterThanEquals", Early, true },
        { Early, "DateTimeGreaterThanEquals", Late, false },
        { "true", "BoolEquals", "true", true },
        { "true", "BoolEquals", "false", false },
        { "true", "BoolNotEquals", "false", true },
        { "false", "BoolNotEquals", "false", false },
        { $"'{One}'", "GuidEquals", One, true },
        { $"'{One.ToUpperInvariant()}'", "GuidEquals", One.Replace("-", ""), true },
        { $"'{One}'", "GuidEquals", Two, false },
        { $"'{One}'", "GuidNotEquals", Two, true },
        { $"'{One}'", "GuidNotEquals", One, false },
        { "['red','blue']", "ForAnyOfAnyValues:StringEquals", "{'blue', 'green'}", true },
        { "['red','blue']", "ForAnyOfAnyValues:StringEquals", "{'orange', 'green'}", false },
        { "['red','blue']", "ForAllOfAnyValues:StringEquals", "{'orange', 'red', 'blue'}", true },
        { "['red','blue']", "ForAllOfAnyValues:StringEquals", "{'red', 'green'}", false },
        { "[10,20]", "ForAnyOfAllValues:NumericLessThan", "{15, 18}", true },
        { "[10,20]", "ForAnyOfAllValues:NumericLessThan", "{5, 15}", false },
        { "[10,20]", "ForAllOfAllValues:NumericLessThan", "{25, 30}", true },
        { "[10,20]", "ForAllOfAllValues:NumericLessThan", "{15, 25, 30}", false },
        { "'red'", "ForAnyOfAnyValues:StringEquals", "{'blue', 'red'}", true },
        { "['red','blue']", "ForAnyOfAnyValues:StringNotEquals", "{'red'}", true },
        { "['red','blue']", "ForAllOfAllValues:StringNotEquals", "{'red'}", false },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_operator_compares_as_the_example_says(string left, string by, string right, bool holds) =>
        Assert.Equal(holds, Holds($"@Resource[x] {by} {right}", $"{{'x':{left}}}"));

    [Fact]
    public void Every_operator_has_an_example_that_holds_and_one_that_does_not()
    {
        var shown = Examples.Select(row => ((string)row[1], (bool)row[3])).ToHashSet();

        Assert.Equal(28, Enum.GetNames<ConditionOperator>().Length);
        foreach (var name in Enum.GetNames<ConditionOperator>()
            .Except(["StringStartsWithIgnoreCase", "StringLikeIgnoreCase"]))
        {
            Assert.Contains((name, true), shown);
            Assert.Contains((name, false), shown);
        }
    }

    [Theory]
    [InlineData("'5'", "NumericEquals", "5")]
    [InlineData("5", "StringEquals", "'5'")]
    [InlineData("5", "StringNotEquals", "'6'")]
    [InlineData("'true'", "BoolEquals", "true")]
    [InlineData("'true'", "BoolNotEquals", "false")]
    [InlineData("true", "StringLike", "'*'")]
    [InlineData("'x'", "GuidNotEquals", One)]
    [InlineData("'2022-06-01'", "DateTimeNotEquals", Early)]
    [InlineData("'2022-06-01T00:00:00'", "DateTimeLessThanEquals", Late)]
    [InlineData("'2022-13-01T00:00:00Z'", "DateTimeNotEquals", Late)]
    [InlineData("7", "NumericNotEquals", "'x'")]
    public void Values_of_another_type_fail_every_operator(string left, string by, string right)
    {
        var evaluation = Evaluated($"@Resource[x] {by} {right}", $"{{'resource':{{'x':{left}}}}}");

        Assert.False(evaluation.Holds);
        Assert.Equal(ConditionReason.OtherType, Assert.Single(evaluation.Grounds).Reason);
    }

    [Fact]
    public void An_operator_that_takes_one_value_fails_on_several()
    {
        Assert.False(Holds("@Resource[x] StringEquals 'a'", "{'x':['a','a']}"));
        Assert.False(Holds("@Resource[x] StringNotEquals 'b'", "{'x':['a','a']}"));
        Assert.False(Holds("@Resource[x] StringEquals {'a', 'b'}", "{'x':'a'}"));
        Assert.True(Holds("@Resource[x] StringEquals {'a'}", "{'x':['a']}"));
        Assert.Equal(
            ConditionReason.SeveralValues,
            Assert.Single(Evaluated("@Resource[x] StringEquals 'a'", "{'resource':{'x':['a','b']}}").Grounds).Reason);
    }

    [Fact]
    public void One_attribute_is_compared_with_another()
    {
        var condition = Sound("@Principal[Id:Project] ForAnyOfAnyValues:StringEquals @Resource[tags:Project]");

        Assert.True(condition.Holds(
            Authorization.Examples.Action("a/read"),
            Known("{'principal':{'Id:Project':['Baker','Cascade']},'resource':{'tags:Project':'Cascade'}}")));
        Assert.False(condition.Holds(
            Authorization.Examples.Action("a/read"),
            Known("{'principal':{'Id:Project':['Baker','Cascade']},'resource':{'tags:Project':'cascade'}}")));
        Assert.False(condition.Holds(
            Authorization.Examples.Action("a/read"), Known("{'principal':{'Id:Project':['Baker','Cascade']}}")));
    }
}
