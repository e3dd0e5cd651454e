using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

[Trait("Rule", "RBAC-04")]
public sealed class ConditionEvaluationTests
{
    private const string Typical = "((!(ActionMatches{'a/b/read'})) OR (@Resource[a/b:name] StringEquals 'reports'))";

    [Fact]
    public void An_operation_that_is_not_targeted_is_not_restricted()
    {
        Assert.True(Holds(Typical, action: "a/b/write"));
        Assert.False(Holds(Typical, action: "A/B/Read"));
        Assert.True(Holds(Typical, "{'a/b:name':'reports'}", "A/B/Read"));
        Assert.False(Holds(Typical, "{'a/b:name':'Reports'}", "A/B/Read"));
    }

    [Theory]
    [InlineData("a/*", "a/b/write", true)]
    [InlineData("a/*/read", "a/b/read", true)]
    [InlineData("a/*", "b/read", false)]
    [InlineData("*", "b/read", true)]
    public void An_operation_is_targeted_by_the_patterns_of_roles(string pattern, string action, bool isTargeted) =>
        Assert.Equal(isTargeted, Holds($"ActionMatches{{'x/y', '{pattern}'}}", action: action));

    [Fact]
    [Trait("Rule", "RBAC-05")]
    public void What_is_targeted_depends_on_the_reading_of_wildcards()
    {
        var condition = Sound("ActionMatches{'a/*/read'}");

        Assert.True(condition.Holds(Action("a/read"), ConditionAttributes.Empty));
        Assert.False(condition.Holds(Action("a/read"), ConditionAttributes.Empty, WildcardReading.Literal));
    }

    [Theory]
    [InlineData("Blob.List", true)]
    [InlineData("blob.list", true)]
    [InlineData("Blob.Write.WithTagHeaders", false)]
    [InlineData(null, false)]
    public void A_sub_operation_is_targeted_by_its_name(string? asked, bool isTargeted)
    {
        var known = ConditionAttributes.Empty.WithSubOperation(asked);

        Assert.Equal(isTargeted, Sound("SubOperationMatches{'Blob.List'}").Holds(Action("a/read"), known));
        Assert.Equal(asked is not null, Sound("SubOperationMatches{'x', 'Blob.*'}").Holds(Action("a/read"), known));
    }

    [Theory]
    [InlineData("@Resource[x] StringEquals 'a'")]
    [InlineData("@Resource[x] StringNotEquals 'a'")]
    [InlineData("@Resource[x] StringNotLike 'a'")]
    [InlineData("@Resource[x] NumericNotEquals 1")]
    [InlineData("@Resource[x] ForAllOfAnyValues:StringEquals {'a'}")]
    [InlineData("@Resource[x] ForAllOfAllValues:StringNotEquals {'a'}")]
    [InlineData("'a' StringEquals @Resource[x]")]
    [InlineData("@Resource[x] StringEquals @Resource[x]")]
    [InlineData("Exists @Resource[x]")]
    public void A_missing_attribute_makes_its_comparison_false(string condition)
    {
        Assert.False(Holds(condition));
        Assert.False(Holds(condition, "{'x':null}"));
        Assert.False(Holds(condition, "{'x':[]}"));
        Assert.False(Sound(condition).Holds(Action("a/read"), Known("{'request':{'x':'b'}}")));
        Assert.True(Holds($"NOT {condition}"));
    }

    [Fact]
    public void The_logical_operators_are_those_of_the_tables()
    {
        foreach (var (one, other) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            Assert.Equal(one && other, Holds($"true BoolEquals {one} AND true BoolEquals {other}"));
            Assert.Equal(one || other, Holds($"true BoolEquals {one} OR true BoolEquals {other}"));
            Assert.Equal(!one, Holds($"!true BoolEquals {one}"));
        }
    }

    [Fact]
    public void What_decided_is_said()
    {
        var missing = Evaluated(Typical, action: "a/b/read");
        Assert.Equal([false], missing.Grounds.Where(ground => !ground.IsTrue).Select(ground => ground.IsTrue));
        Assert.Equal(
            "does not hold: `@Resource[a/b:name] StringEquals 'reports'` is false, because an attribute in it is missing",
            missing.ToString());

        Assert.Equal("holds: `ActionMatches{'a/b/read'}` is false", Evaluated(Typical).ToString());
        Assert.Equal(
            "holds: `@Resource[a/b:name] StringEquals 'reports'` is true",
            Evaluated(Typical, "{'resource':{'a/b:name':'reports'}}", "a/b/read").ToString());
    }

    [Fact]
    public void Of_an_AND_that_fails_and_an_OR_that_holds_only_the_part_that_decided_is_ground()
    {
        var and = Evaluated("Exists @Request[a] AND Exists @Request[b] AND Exists @Request[c]", "{'request':{'a':1}}");
        var or = Evaluated("Exists @Request[b] OR Exists @Request[a] OR Exists @Request[c]", "{'request':{'a':1}}");

        Assert.Equal("Exists @Request[b]", Assert.Single(and.Grounds).Part.ToString());
        Assert.Equal("Exists @Request[a]", Assert.Single(or.Grounds).Part.ToString());
        Assert.Equal(3, Evaluated("Exists @Request[b] OR Exists @Request[c] OR Exists @Request[d]").Grounds.Length);
    }

    [Fact]
    public void It_needs_an_operation_and_what_is_known()
    {
        Assert.Throws<ArgumentNullException>(() => Sound(Typical).Holds(null!, ConditionAttributes.Empty));
        Assert.Throws<ArgumentNullException>(() => Sound(Typical).Holds(Action("a/read"), null!));
        Assert.Throws<ArgumentNullException>(() => Sound(Typical).Evaluate(null!, ConditionAttributes.Empty));
        Assert.Throws<ArgumentNullException>(() => Sound(Typical).Evaluate(Action("a/read"), null!));
    }
}
