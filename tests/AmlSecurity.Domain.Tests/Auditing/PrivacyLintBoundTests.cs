using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Where the form of a name or a key begins and ends.</summary>
public sealed class PrivacyLintBoundTests
{
    private const string Longest = "abcdefghijklmnopqrstuvwxyz-._0123456789abcdefghijklmnopqrstuvwx";

    // 85 digits of base 64, of all three sorts.
    private static readonly string Digits = string.Concat(Enumerable.Repeat("aB3", 29))[..85];

    [Theory]
    [InlineData("AB\\jd")]
    [InlineData("ABCDEFGHIJKLMN9\\jd")]
    [InlineData("A-1\\jd")]
    [InlineData("AB\\" + Longest)]
    [InlineData(" AB\\jd ")]
    [InlineData("(AB\\jd)")]
    [Trait("Rule", "DATA-04")]
    public void It_is_an_account_name(string text) => Assert.Equal(
        text.Trim(' ', '(', ')'),
        Assert.Single(PrivacyLint.Default.CheckRunId(text)) is { Kind: PrivacyFindingKind.AccountName } found
            ? text.Substring(found.Offset, found.Length)
            : "");

    [Theory]
    [InlineData("A\\jd")]
    [InlineData("ABCDEFGHIJKLMNOP\\jd")]
    [InlineData("AB\\j")]
    [InlineData("AB\\" + Longest + "y")]
    [InlineData("1B\\jd")]
    [InlineData("-B\\jd")]
    [InlineData("xAB\\jd")]
    [InlineData("/AB\\jd")]
    [InlineData(":AB\\jd")]
    [InlineData(".AB\\jd")]
    [InlineData("_AB\\jd")]
    [InlineData("\\AB\\jd")]
    [InlineData("AB\\jd\\")]
    [InlineData("AB\\jd/")]
    [InlineData("BUILTIN\\Users")]
    [InlineData("AUTHORITY\\SYSTEM")]
    [InlineData("SERVICE\\x1")]
    [InlineData("DIR\\a.csv")]
    [InlineData("DIR\\a.TXT")]
    [InlineData("DIR\\a.py")]
    [InlineData("DIR\\a.json")]
    [InlineData("DIR\\a.zip")]
    [InlineData("DIR\\a.dll")]
    [InlineData("DIR\\a.exe")]
    [InlineData("DIR\\a.log")]
    [InlineData("DIR\\a.yml")]
    [InlineData("DIR\\a.yaml")]
    [InlineData("DIR\\a.md")]
    [InlineData("DIR\\a.pkl")]
    [InlineData("DIR\\a.parquet")]
    public void It_is_none(string text) => Assert.DoesNotContain(
        PrivacyLint.Default.CheckRunId(text), found => found.Kind == PrivacyFindingKind.AccountName);

    [Theory]
    [InlineData('A')]
    [InlineData('Q')]
    [InlineData('g')]
    [InlineData('w')]
    public void A_storage_key_has_86_digits_of_which_the_last_has_four_bits(char last)
    {
        var found = Assert.Single(PrivacyLint.Default.CheckRunId($"k {Digits}{last}== k"));

        Assert.Equal((PrivacyFindingKind.StorageAccountKey, 2, 88), (found.Kind, found.Offset, found.Length));
    }

    [Fact]
    public void What_has_another_form_is_no_storage_key()
    {
        string[] others =
        [
            $"{Digits}B==",
            $"{Digits}A=",
            $"{Digits}AA==",
            $"{Digits[1..]}A==",
            $"sha512-{Digits}A==",
            $"SHA512-{Digits}A==",
            $"{Digits.ToUpperInvariant()}A==",
            $"{Digits.ToLowerInvariant()}g==",
            $"{Digits.Replace('3', 'x')}A==",
        ];

        Assert.All(others, text => Assert.DoesNotContain(
            PrivacyLint.Default.CheckRunId(text), found => found.Kind == PrivacyFindingKind.StorageAccountKey));
    }
}
