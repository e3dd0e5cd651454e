using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

public sealed class ConditionAttributesEqualityTests
{
    private static readonly ConditionAttributes Two = ConditionAttributes.Empty
        .With(ConditionSource.Resource, "a:b", Value("1"), Value("2"))
        .With(ConditionSource.Request, "c:d", Value("3"));

    [Fact]
    public void They_are_equal_whatever_the_order_in_which_they_were_given()
    {
        var other = ConditionAttributes.Empty
            .With(ConditionSource.Request, "c:d", Value("3"))
            .With(ConditionSource.Resource, "a:b", Value("1"), Value("2"));

        Assert.Equal(Two, other);
        Assert.Equal(Two.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void They_differ_by_source_name_value_number_and_sub_operation()
    {
        ConditionAttributes[] others =
        [
            ConditionAttributes.Empty,
            Two.With(ConditionSource.Resource, "a:b", Value("1")),
            Two.With(ConditionSource.Resource, "a:b", Value("1"), Value("3")),
            Two.With(ConditionSource.Resource, "e:f", Value("1")),
            Two.WithSubOperation("s"),
            ConditionAttributes.Empty
                .With(ConditionSource.Resource, "a:b", Value("1"), Value("2"))
                .With(ConditionSource.Resource, "c:d", Value("3")),
            ConditionAttributes.Empty
                .With(ConditionSource.Resource, "a:b", Value("1"), Value("2"))
                .With(ConditionSource.Request, "C:D", Value("3")),
        ];

        Assert.All(others, other =>
        {
            Assert.NotEqual(Two, other);
            Assert.NotEqual(other, Two);
        });
        Assert.False(Two.Equals(null));
    }

    [Fact]
    public void Names_that_differ_by_case_alone_are_compared_one_by_one()
    {
        var both = Two.With(ConditionSource.Resource, "A:B", Value("4"));

        Assert.Equal(both, Two.With(ConditionSource.Resource, "A:B", Value("4")));
        Assert.NotEqual(both, Two);
        Assert.NotEqual(Two, both);
        Assert.NotEqual(both, Two.With(ConditionSource.Resource, "A:B", Value("5")));
        Assert.NotEqual(both, Two.With(ConditionSource.Resource, "A:b", Value("4")));
    }

    [Fact]
    public void Their_text_tells_how_many_and_no_value()
    {
        Assert.Equal("0 attributes, no sub-operation", ConditionAttributes.Empty.ToString());
        Assert.Equal("2 attributes, no sub-operation", Two.ToString());
        Assert.Equal(
            "3 attributes, a sub-operation",
            Two.With(ConditionSource.Resource, "A:B", Value("4")).WithSubOperation("s").ToString());
    }

    private static ConditionValue.Text Value(string text) => new(text);
}
