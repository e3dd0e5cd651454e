using System.Text;
using AmlSecurity.Domain.Canonical;
using static AmlSecurity.Domain.Canonical.CanonicalJsonFaultKind;

namespace AmlSecurity.Domain.Tests.Canonical;

public sealed class CanonicalJsonRefusalTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("  ", 2)]
    [InlineData("x", 0)]
    [InlineData("[1,]", 3)]
    [InlineData("{\"a\":1,}", 7)]
    [InlineData("[1", 2)]
    [InlineData("{'a':1}", 1)]
    [InlineData("[\n 1,\n x]", 7)]
    [InlineData("// c\n1", 0)]
    [InlineData("NaN", 0)]
    [InlineData("-Infinity", 1)]
    [InlineData("01", 1)]
    [InlineData("1.", 2)]
    [InlineData("+1", 0)]
    [InlineData("\"\t\"", 1)]
    [InlineData("\"\\x\"", 2)]
    [InlineData("\"\\u12g4\"", 5)]
    [InlineData("\"a", 2)]
    [InlineData("\uFEFF{}", 0)]
    [InlineData("[1]]x", 3, WithTrailingData)]
    public void What_is_not_JSON_is_refused_at_its_byte(
        string text, int offset, CanonicalJsonFaultKind kind = NotJson) => Refused(kind, offset, text);

    [Theory]
    [InlineData("{}{}", 2)]
    [InlineData("1 2", 2)]
    [InlineData("null\n\n]", 6)]
    [InlineData("[],", 2)]
    [InlineData("{} // comment", 3)]
    [InlineData("\"\"\0", 2)]
    [InlineData("1\u00A0", 1, NotJson)]
    [InlineData("[]\u00A0", 2)]
    public void Data_behind_the_value_is_refused(
        string text, int offset, CanonicalJsonFaultKind kind = WithTrailingData) => Refused(kind, offset, text);

    [Theory]
    [InlineData("""{"a":1,"a":1}""", 7)]
    [InlineData("""{"a":1,"\u0061":1}""", 7)]
    [InlineData("""{"\n":1,"\u000a":1}""", 8)]
    [InlineData("""{"a":1,"b":1,"a":1}""", 13)]
    [InlineData("""{"b":1,"c":1,"a":1,"c":1,"b":1}""", 19)]
    [InlineData("""{"c":1,"a":1,"a":1}""", 13)]
    [InlineData("""[{"x":{"":0,"":0}}]""", 12)]
    [InlineData("""{"a":{"a":{"a":1}},"a":1}""", 19)]
    public void A_second_member_of_a_name_is_refused_at_that_member(string text, int offset) =>
        Refused(WithADuplicateName, offset, text);

    [Fact]
    public void Names_that_differ_only_in_case_are_two() =>
        Assert.True(CanonicalJson.Canonicalize("""{"a":1,"A":1}"""u8).IsT0);

    [Theory]
    [InlineData(@"""\ud800""", 1)]
    [InlineData(@"""\udc00""", 1)]
    [InlineData(@"""ab\uD83Dx""", 3)]
    [InlineData(@"""\ud83d\n\ude00""", 1)]
    [InlineData(@"""\ude00\ud83d""", 1)]
    [InlineData(@"""\\\ud83d\ude00\ud83d""", 15)]
    [InlineData(@"""\ud83d\u0041""", 1)]
    [InlineData(@"[""\u00e9"",""\uDBFF\uDBFF""]", 11)]
    [InlineData(@"{""\ud800"":1}", 2)]
    [InlineData(@"{""a"":""\udfff""}", 6)]
    public void Half_a_character_behind_an_escape_is_refused_at_its_backslash(string text, int offset) =>
        Refused(NotUnicode, offset, text);

    [Theory]
    [InlineData("5b22ff225d", 2)]
    [InlineData("22c328", 1)]
    [InlineData("22eda08022", 1)]
    [InlineData("22c0af22", 1)]
    [InlineData("22f490808022", 1)]
    [InlineData("22e282", 1)]
    [InlineData("225c22c3a9ff", 5)]
    [InlineData("7b7d80", 2)]
    [InlineData("78ff", 1)]
    [InlineData("feff007b007d", 0)]
    public void Bytes_that_are_not_utf_8_are_refused_wherever_they_stand(string hex, int offset) =>
        Assert.Equal(
            new CanonicalJsonFault(NotUnicode, offset),
            CanonicalJson.Canonicalize(Convert.FromHexString(hex)).AsT1);

    [Theory]
    [InlineData("1e400", 0)]
    [InlineData("-1e400", 0)]
    [InlineData("[1, 1.7976931348623159e308]", 4)]
    [InlineData("""{"a":1e99999999999999999999}""", 5)]
    public void A_number_beyond_all_doubles_is_refused(string text, int offset) =>
        Refused(WithANumberOutOfRange, offset, text);

    [Fact]
    public void A_number_of_too_many_digits_is_refused() => Refused(WithANumberOutOfRange, 0, new string('9', 400));

    [Fact]
    public void A_level_more_than_sixty_four_is_refused_where_it_opens()
    {
        Refused(TooDeep, 64, new string('[', 65) + new string(']', 65));
        Refused(TooDeep, 64 * 5, string.Concat(Enumerable.Repeat("{\"a\":", 65)));
        Refused(TooDeep, 64, new string('[', 1_000_000));
        Refused(TooDeep, 32 * 6, string.Concat(Enumerable.Repeat("[{\"a\":", 1_000)));
        Refused(TooDeep, 64, new string('[', 64) + "{}" + new string(']', 64));
    }

    [Theory]
    [InlineData(NotJson, "it is not JSON (at byte 7)")]
    [InlineData(NotUnicode, "it is not Unicode (at byte 7)")]
    [InlineData(WithADuplicateName, "it is with a duplicate name (at byte 7)")]
    [InlineData(TooDeep, "it is too deep (at byte 7)")]
    [InlineData(WithANumberOutOfRange, "it is with a number out of range (at byte 7)")]
    [InlineData(WithTrailingData, "it is with trailing data (at byte 7)")]
    public void A_fault_is_a_sentence(CanonicalJsonFaultKind kind, string sentence) =>
        Assert.Equal(sentence, new CanonicalJsonFault(kind, 7).ToString());

    private static void Refused(CanonicalJsonFaultKind kind, int offset, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(new CanonicalJsonFault(kind, offset), CanonicalJson.Canonicalize(utf8).AsT1);
        Assert.Equal(offset, CanonicalJson.FindDeviation(utf8));
    }
}
