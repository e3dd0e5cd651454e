using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Canonical;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

public sealed class ConditionAttributesTests
{
    private static readonly ConditionValue A = new ConditionValue.Text("a");

    private static readonly ConditionValue B = new ConditionValue.Text("b");

    [Fact]
    public void An_attribute_is_found_whatever_its_case()
    {
        var known = ConditionAttributes.Empty.With(ConditionSource.Resource, "Ns/Type:Name", A);

        Assert.Equal(A, Assert.Single(known.Find(new AttributeName(ConditionSource.Resource, "ns/type:NAME"))));
        Assert.Empty(known.Find(new AttributeName(ConditionSource.Request, "Ns/Type:Name")));
        Assert.Empty(known.Find(new AttributeName(ConditionSource.Resource, "Ns/Type:Names")));
    }

    [Fact]
    public void A_key_that_says_so_is_found_by_its_case_only()
    {
        var known = ConditionAttributes.Empty
            .With(ConditionSource.Resource, "tags:Project<$key_case_sensitive$>", A)
            .With(ConditionSource.Resource, "tags:project", B);

        Assert.Equal(A, Found("tags:Project<$key_case_sensitive$>"));
        Assert.Equal(B, Found("TAGS:project<$key_case_sensitive$>"));
        Assert.Null(Found("tags:PROJECT<$key_case_sensitive$>"));
        Assert.Equal(A, Found("tags:Project"));
        Assert.Null(Found("tags:PROJECT"));

        ConditionValue? Found(string name) =>
            known.Find(new AttributeName(ConditionSource.Resource, name)).SingleOrDefault();
    }

    [Fact]
    public void The_last_of_two_of_a_name_counts_and_the_first_set_is_as_it_was()
    {
        var first = ConditionAttributes.Empty.With(ConditionSource.Resource, "x", A);
        var second = first.With(ConditionSource.Resource, "x", B, A);

        Assert.Equal([B, A], second.Find(new AttributeName(ConditionSource.Resource, "x")).AsEnumerable());
        Assert.Equal([A], first.Find(new AttributeName(ConditionSource.Resource, "x")).AsEnumerable());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Two_are_equal_by_what_they_hold()
    {
        var one = ConditionAttributes.Empty.With(ConditionSource.Resource, "x", A).With(ConditionSource.Request, "y", B);
        var other = ConditionAttributes.Empty.With(ConditionSource.Request, "y", B).With(ConditionSource.Resource, "x", A);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.WithSubOperation("s"));
        Assert.NotEqual(one, other.With(ConditionSource.Resource, "x", B));
        Assert.NotEqual(one, ConditionAttributes.Empty.With(ConditionSource.Resource, "x", A));
        Assert.DoesNotContain("'a'", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_none_or_a_value_that_is_null_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => ConditionAttributes.Empty.With(ConditionSource.Resource, "", A));
        Assert.Throws<ArgumentException>(() => ConditionAttributes.Empty.With((ConditionSource)9, "x", A));
        Assert.Throws<ArgumentException>(
            () => ConditionAttributes.Empty.With(ConditionSource.Resource, "x", [null!]));
    }

    [Fact]
    public void They_are_read_from_JSON()
    {
        var read = ConditionAttributes.Read(Utf8(
            """
            { "Resource": { "x": "a", "n": 1.50, "e": 1e3, "t": true, "l": ["a", 2, false], "z": null },
              "request": null, "subOperation": "Blob.List" }
            """));

        var known = Assert.Single(read.Values);
        Assert.Equal(
            ConditionAttributes.Empty
                .With(ConditionSource.Resource, "x", A)
                .With(ConditionSource.Resource, "n", new ConditionValue.Number(1.5m))
                .With(ConditionSource.Resource, "e", new ConditionValue.Number(1000m))
                .With(ConditionSource.Resource, "t", new ConditionValue.Truth(true))
                .With(ConditionSource.Resource, "l", A, new ConditionValue.Number(2), new ConditionValue.Truth(false))
                .With(ConditionSource.Resource, "z")
                .WithSubOperation("Blob.List"),
            known);
    }

    [Theory]
    [InlineData("""{ "resource": { "x": {} } }""", DocumentFaultKind.OfTheWrongType, "$.resource.x")]
    [InlineData("""{ "resource": { "x": [[]] } }""", DocumentFaultKind.OfTheWrongType, "$.resource.x[0]")]
    [InlineData("""{ "resource": { "x]": 1 } }""", DocumentFaultKind.Malformed, null)]
    [InlineData("""{ "resource": { "x": 1e99 } }""", DocumentFaultKind.Malformed, "$.resource.x")]
    [InlineData("""{ "resource": { "x": 0.12345678901234567890123456789 } }""", DocumentFaultKind.Malformed, "$.resource.x")]
    [InlineData("""{ "resource": [] }""", DocumentFaultKind.OfTheWrongType, "$.resource")]
    [InlineData("""{ "subject": {} }""", DocumentFaultKind.Irregular, "$.subject")]
    [InlineData("""[ 1 ]""", DocumentFaultKind.OfTheWrongType, "$[0]")]
    public void What_is_wrong_in_JSON_is_named_with_its_place(string json, DocumentFaultKind kind, string? path)
    {
        var read = ConditionAttributes.Read(Utf8(json));

        var fault = Assert.Single(read.Faults);
        Assert.Equal(kind, fault.Kind);
        Assert.Equal(path ?? fault.Path, fault.Path);
        Assert.Empty(read.Values);
    }

    [Fact]
    public void Leniently_a_source_that_is_none_is_passed_over() =>
        Assert.Single(ConditionAttributes.Read(Utf8("""{ "subject": {} }"""), Strictness.Lenient).Values);

    [Fact]
    public void A_typed_value_stands_for_what_it_is()
    {
        var now = Instant.FromUtc(2022, 6, 1, 0, 0);
        var id = Guid.Parse("49fc33c1-886f-4b21-a00e-1d9993234734");
        var known = ConditionAttributes.Empty
            .With(ConditionSource.Environment, "UtcNow", new ConditionValue.Moment(now))
            .With(ConditionSource.Resource, "id", new ConditionValue.Id(id));

        Assert.True(Sound("@Environment[UtcNow] DateTimeLessThan '2022-06-01T00:00:01Z'").Holds(Action("a/read"), known));
        Assert.True(Sound($"@Resource[id] GuidEquals {id:N}").Holds(Action("a/read"), known));
        Assert.False(Sound("@Environment[UtcNow] StringNotEquals 'x'").Holds(Action("a/read"), known));
    }
}
