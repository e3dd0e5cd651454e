namespace AmlSecurity.Domain.Tests;

public sealed class PlaintextTests
{
    [Theory]
    [InlineData("", -1)]
    [InlineData("plain, ümlaut", -1)]
    [InlineData("a\U0001F600b", -1)]
    [InlineData("\u0007", 0)]
    [InlineData("ab\u0085", 2)]
    [InlineData("\U0001F600\n", 2)]
    public void The_first_bad_character_is_a_control_or_half_a_pair(string text, int offset) =>
        Assert.Equal(offset, Plaintext.FirstBadCharacter(text));

    [Theory]
    [InlineData(null, "``")]
    [InlineData("", "``")]
    [InlineData("plain", "`plain`")]
    [InlineData("a`b\nc\u202Ed\u2028e\u2029f", "`a?b?c?d?e?f`")]
    public void Input_is_quoted_without_what_misleads(string? text, string quoted) =>
        Assert.Equal(quoted, Plaintext.Quote(text));

    // An attribute holds UTF-8 and so cannot hold half a pair.
    [Fact]
    public void Half_a_pair_is_a_bad_character_and_is_not_shown()
    {
        Assert.Equal(1, Plaintext.FirstBadCharacter("a\ud83d"));
        Assert.Equal(1, Plaintext.FirstBadCharacter("a\ude00b"));
        Assert.Equal("`a?b`", Plaintext.Quote("a\ud83db"));
    }

    [Fact]
    public void Input_of_more_than_256_characters_is_shortened()
    {
        Assert.Equal($"`{new string('x', 256)}`", Plaintext.Quote(new string('x', 256)));
        Assert.Equal($"`{new string('x', 256)}…`", Plaintext.Quote(new string('x', 257)));
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "monday")]
    [InlineData(StringSplitOptions.RemoveEmptyEntries, "remove empty entries")]
    [InlineData(StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries, "remove empty entries, trim entries")]
    public void The_name_of_a_member_becomes_words(Enum value, string words) => Assert.Equal(
        words, value is DayOfWeek day ? Plaintext.Words(day) : Plaintext.Words((StringSplitOptions)value));

    [Theory]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301", true)]
    [InlineData("3F2504E0-4F89-41D3-9A0C-0305E82C3301", true)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330", false)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c33011", false)]
    [InlineData(" 3f2504e0-4f89-41d3-9a0c-0305e82c330", false)]
    [InlineData("3f2504e0a4f89-41d3-9a0c-0305e82c3301", false)]
    [InlineData("3f2504e0-4f89a41d3-9a0c-0305e82c3301", false)]
    [InlineData("3f2504e0-4f89-41d3a9a0c-0305e82c3301", false)]
    [InlineData("3f2504e0-4f89-41d3-9a0ca0305e82c3301", false)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c330g", false)]
    [InlineData("", false)]
    public void A_GUID_has_its_dashes_and_nothing_around_it(string text, bool isGuid) =>
        Assert.Equal(isGuid, Plaintext.IsGuid(text));

    [Theory]
    [InlineData("3f2504e04f8941d39a0c0305e82c3301", true)]
    [InlineData("3f2504e04f8941d39a0c0305e82c330", false)]
    [InlineData("3f2504e04f8941d39a0c0305e82c330g", false)]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301", false)]
    public void A_GUID_without_dashes_has_32_digits(string text, bool isGuid) =>
        Assert.Equal(isGuid, Plaintext.IsGuidWithoutDashes(text));
}
