using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Canonical;

public sealed class JsonCopyTests
{
    [Theory]
    [InlineData("{ }")]
    [InlineData("[ ]")]
    [InlineData("""{ "a" : [ 1.50 , -0 , 1e400 ] , "a" : { "b" : null } , "c" : [ true , false ] }""")]
    [InlineData("\"a b\"")]
    [InlineData("1.50")]
    [InlineData("true")]
    [InlineData("null")]
    public void A_value_is_copied_without_blanks_and_otherwise_as_it_is_written(string text) => Assert.Equal(
        text.Replace(" ", "", StringComparison.Ordinal).Replace("\"ab\"", "\"a b\"", StringComparison.Ordinal),
        Copy(text, out var rest) + rest);

    [Fact]
    public void It_stops_behind_its_last_token()
    {
        var copy = Copy("""[{"a":[1]},2]""", out var rest, skip: 1);

        Assert.Equal(("""{"a":[1]}""", "Number"), (copy, rest));
    }

    [Fact]
    public void What_is_written_is_text_without_escapes_that_are_not_needed() => Assert.Equal(
        "{\"<\u00FC>\":\"'\"}",
        JsonCopy.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("<\u00FC>", "'");
            json.WriteEndObject();
        }));

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("""{"a":"\ud83d","b":1}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("""["\ud83d","sound"]""")]
    public void Half_a_surrogate_pair_has_no_copy(string text) => Assert.Null(Copy(text, out _));

    private static string? Copy(string text, out string rest, int skip = 0)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        for (var token = 0; token <= skip; token++)
        {
            json.Read();
        }

        var copy = JsonCopy.Take(ref json);
        rest = json.Read() ? json.TokenType.ToString() : "";
        return copy;
    }
}
