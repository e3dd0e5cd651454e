using System.Text;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>Single values, and what is said of those of another type.</summary>
public sealed class JsonCursorTests
{
    [Theory]
    [InlineData("true", true, null)]
    [InlineData("false", false, null)]
    [InlineData("null", null, null)]
    [InlineData("\"True\"", true, "`True` is a string, not a Boolean")]
    [InlineData("\"false\"", false, "`false` is a string, not a Boolean")]
    [InlineData("\"yes\"", null, "it is neither true nor false")]
    [InlineData("1", null, "it is neither true nor false")]
    [InlineData("[true]", null, "it is neither true nor false")]
    public void A_flag(string text, bool? flag, string? said)
    {
        var json = Begin(text);

        Assert.Equal(flag, json.Flag());
        AssertSaid(said, json);
        Assert.False(json.Read());
    }

    [Theory]
    [InlineData("\"x\"", "x", null)]
    [InlineData("null", null, null)]
    [InlineData("1", null, "it is not a string")]
    [InlineData("{\"a\":[1]}", null, "it is not a string")]
    [InlineData("\"\\ud83d\"", null, "the text is not Unicode")]
    public void A_text(string text, string? value, string? said)
    {
        var json = Begin(text);

        Assert.Equal(value, json.Text());
        AssertSaid(said, json);
        Assert.False(json.Read());
    }

    [Theory]
    [InlineData("[1]", "it is not an object")]
    [InlineData("7", "it is not an object")]
    public void An_object(string text, string said)
    {
        var json = Begin(text);

        Assert.False(json.EnterObject());
        AssertSaid(said, json);
        Assert.False(json.Read());
    }

    [Fact]
    public void An_array()
    {
        var other = Begin("{\"a\":[1]}");
        Assert.False(other.EnterArray());
        AssertSaid("it is not an array", other);
        Assert.False(other.Read());

        var nothing = Begin("null");
        Assert.False(nothing.EnterArray());
        AssertSaid(null, nothing);
    }

    [Fact]
    public void A_copy_of_what_is_not_Unicode_is_none()
    {
        var json = Begin("""{"a":"\ud83d"}""");

        Assert.Null(json.Raw());
        AssertSaid("some text in it is not Unicode", json);
    }

    [Fact]
    public void Outside_of_objects_no_member_has_a_name()
    {
        var json = Begin("""{"Ab":1}""");
        Assert.Equal(("", ""), (json.Member, json.MemberAsWritten));

        json.EnterObject();
        json.NextMember();
        Assert.Equal(("ab", "Ab"), (json.Member, json.MemberAsWritten));
    }

    private static JsonCursor Begin(string text)
    {
        var json = new JsonCursor(Encoding.UTF8.GetBytes(text), Strictness.Lenient);
        Assert.True(json.Read());
        return json;
    }

    private static void AssertSaid(string? said, in JsonCursor json) => Assert.Equal(
        said is null ? [] : [said], json.Faults.Concat(json.Notices).Select(fault => fault.Detail));
}
