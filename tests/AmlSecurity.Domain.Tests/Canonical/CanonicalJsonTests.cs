using System.Text;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Canonical;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData(" true\n", "true")]
    [InlineData("\t\r\nfalse ", "false")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("-0", "0")]
    [InlineData("[ ]", "[]")]
    [InlineData("{ }", "{}")]
    [InlineData("[ [ ] , { } , 1 ]", "[[],{},1]")]
    [InlineData("""{ "b" : [ 1 , { "d" : 2 , "c" : 3 } ] , "a" : null }""", """{"a":null,"b":[1,{"c":3,"d":2}]}""")]
    [InlineData("""[{"b":{},"a":[]},{"a":"[","b":"{"}]""", """[{"a":[],"b":{}},{"a":"[","b":"{"}]""")]
    public void Any_value_may_stand_at_the_top_and_white_space_goes(string text, string canonical) =>
        Assert.Equal(canonical, Canonical(text));

    [Theory]
    [InlineData("""{"b":1,"a":2,"c":3}""", """{"a":2,"b":1,"c":3}""")]
    [InlineData("""{"aa":1,"a":2,"":3}""", """{"":3,"a":2,"aa":1}""")]
    [InlineData("""{"a":1,"A":2,"_":3}""", """{"A":2,"_":3,"a":1}""")]
    [InlineData("""{"10":1,"9":2,"1":3}""", """{"1":3,"10":1,"9":2}""")]
    [InlineData("""{"\u0062":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"\"":1,"!":2,"#":3}""", """{"!":2,"\"":1,"#":3}""")]
    [InlineData("""{"[":1,"\n":2,"\\":3}""", """{"\n":2,"[":1,"\\":3}""")]
    public void Members_are_sorted_by_what_their_names_say_and_not_by_how_they_are_written(
        string text, string canonical) => Assert.Equal(canonical, Canonical(text));

    // UTF-8 has U+E000 to U+FFFF before U+1F600; UTF-16 has its surrogates before them.
    [Theory]
    [InlineData("{\"\uE000\":1,\"\U0001F600\":2,\"\uD7FF\":3}", "{\"\uD7FF\":3,\"\U0001F600\":2,\"\uE000\":1}")]
    [InlineData("{\"x\uFFFD\":1,\"x\U0010FFFF\":2}", "{\"x\U0010FFFF\":2,\"x\uFFFD\":1}")]
    [InlineData("""{"\uffff":1,"\ud800\udc00":2}""", "{\"\U00010000\":2,\"\uFFFF\":1}")]
    public void Members_are_sorted_by_utf_16_and_not_by_bytes(string text, string canonical) =>
        Assert.Equal(canonical, Canonical(text));

    [Fact]
    public void Text_is_not_normalised() => Assert.Equal(
        "{\"u\u0308\":1,\"\u00FC\":2}", Canonical("{\"\u00FC\":2,\"u\u0308\":1}"));

    [Theory]
    [InlineData("""  "\b\t\n\f\r\"\\\/"  """, """ "\b\t\n\f\r\"\\/" """)]
    [InlineData(""" "\u0008\u0009\u000A\u000C\u000D\u0022\u005C\u002F" """, """ "\b\t\n\f\r\"\\/" """)]
    [InlineData(""" "\u0000\u0001\u000B\u000e\u001F" """, """ "\u0000\u0001\u000b\u000e\u001f" """)]
    [InlineData(""" "\u007f\u0080\u2028\u00E9" """, " \"\u007F\u0080\u2028\u00E9\" ")]
    [InlineData(""" "\uD83D\uDE00\ud83d\ude00" """, " \"\U0001F600\U0001F600\" ")]
    [InlineData(""" "<a href='&'>+`" """, """ "<a href='&'>+`" """)]
    public void Strings_keep_only_the_escapes_that_they_must_have(string text, string canonical) =>
        Assert.Equal(canonical.Trim(' '), Canonical(text));

    [Theory]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("-999999999999999", "-999999999999999")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1.0", "1")]
    [InlineData("-0.0e9", "0")]
    [InlineData("1E3", "1000")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1000000000000000000000", "1e+21")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1e-400", "0")]
    [InlineData("1.7976931348623158e308", "1.7976931348623157e+308")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    public void Numbers_are_written_as_the_nearest_double(string text, string canonical) =>
        Assert.Equal(canonical, Canonical(text));

    [Fact]
    public void A_number_may_be_written_with_more_digits_than_any_double_has()
    {
        Assert.Equal("1", Canonical($"1{new string('0', 20_000)}e-20000"));
        Assert.Equal("0", Canonical("0e99999999999999999999"));
        Assert.Equal("9007199254740994", Canonical($"9007199254740993.{new string('0', 3_000)}1"));
    }

    [Fact]
    public void Sixty_four_levels_are_deep_enough()
    {
        var arrays = new string('[', CanonicalJson.MaximumDepth) + new string(']', CanonicalJson.MaximumDepth);
        var objects = Repeat("{\"b\":0,\"a\":", 63) + "{}" + new string('}', 63);

        Assert.Equal(arrays, Canonical(arrays));
        Assert.Equal(Repeat("{\"a\":", 63) + "{}" + Repeat(",\"b\":0}", 63), Canonical(objects));
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"a":1,"b":"\u000b"}""", null)]
    [InlineData(" {}", 0)]
    [InlineData("{} ", 2)]
    [InlineData("""{"a": 1}""", 5)]
    [InlineData("""{"b":1,"a":2}""", 2)]
    [InlineData("""{"a":1.50}""", 8)]
    [InlineData("""{"a":"\u000B"}""", 11)]
    [InlineData("""{"a":1,"a":1}""", 7)]
    [InlineData(" {\"a\":x}", 6)]
    public void A_deviation_is_found_at_its_byte(string text, int? offset) =>
        Assert.Equal(offset, CanonicalJson.FindDeviation(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Many_members_in_reverse_order_are_sorted()
    {
        const int Members = 20_000;
        var text = $"{{{string.Join(',', Enumerable.Range(0, Members).Reverse().Select(n => $"\"{n:D6}\":{n}"))}}}";
        var sorted = $"{{{string.Join(',', Enumerable.Range(0, Members).Select(n => $"\"{n:D6}\":{n}"))}}}";

        Assert.Equal(sorted, Canonical(text));
    }

    private static string Canonical(string text) =>
        Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(text)).Expect());

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
