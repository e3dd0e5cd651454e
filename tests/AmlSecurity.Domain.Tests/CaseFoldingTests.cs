using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests;

public sealed class CaseFoldingTests
{
    [Theory]
    [InlineData("Rg-ML", "rg-ml")]
    [InlineData("", "")]
    [InlineData("ÄÖ", "äö")]
    [InlineData("\u212A", "\u212A")] // KELVIN SIGN lower-cases to `k`
    [InlineData("\u0130", "\u0130")] // LATIN CAPITAL LETTER I WITH DOT ABOVE
    [InlineData("\ud801\udc00", "\ud801\udc00")] // a letter outside the basic plane
    public void A_text_is_folded_letter_by_letter(string text, string folded) =>
        Assert.Equal(folded, CaseFolding.Fold(text));

    [Fact]
    public void No_foreign_character_becomes_an_ascii_one()
    {
        var foreign = Enumerable.Range(0x80, 0x10000 - 0x80).Select(code => (char)code);

        Assert.DoesNotContain(foreign, character => char.IsAscii(CaseFolding.Fold(character.ToString())[0]));
    }

    [Property]
    public bool Folding_twice_is_folding_once(string? text) =>
        text is null || CaseFolding.Fold(CaseFolding.Fold(text)) == CaseFolding.Fold(text);

    [Property]
    public bool What_folds_alike_is_alike_ignoring_case(string? left, string? right) =>
        left is null || right is null || CaseFolding.Fold(left) != CaseFolding.Fold(right)
        || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [Property]
    public bool A_text_in_capitals_folds_like_itself(string? text) =>
        text is null
        || !text.All(char.IsAscii)
        || CaseFolding.Fold(text.ToUpperInvariant()) == CaseFolding.Fold(text);
}
