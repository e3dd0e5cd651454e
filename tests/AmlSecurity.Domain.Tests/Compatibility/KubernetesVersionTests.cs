using AmlSecurity.Domain.Compatibility;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "ENC-32")]
public sealed class KubernetesVersionTests
{
    [Theory]
    [InlineData("1.9", "1.17")]
    [InlineData("1.16.15", "1.17")]
    [InlineData("1.17", "1.17.3")]
    [InlineData("1.17.9", "1.17.10")]
    [InlineData("1.99.99", "2.0")]
    [InlineData("v1.9.11", "v1.10.0")]
    public void Versions_are_compared_as_numbers(string older, string newer)
    {
        var (first, second) = (Of(older), Of(newer));

        Assert.True(first < second && first <= second && second > first && second >= first);
        Assert.False(second < first || second <= first || first > second || first >= second || first == second);
        Assert.True(first.CompareTo(second) < 0 && second.CompareTo(first) > 0);
    }

    [Fact]
    public void A_third_number_that_is_not_there_counts_as_zero()
    {
        Assert.Equal(Of("1.17.0"), Of("1.17"));
        Assert.Equal(Of("1.17.0").GetHashCode(), Of("v1.17").GetHashCode());
        Assert.True(Of("1.17") <= Of("1.17.0") && Of("1.17") >= Of("1.17.0"));
        Assert.Equal("1.17", $"{Of("v1.17")}");
        Assert.Equal("1.17.0", $"{Of("1.17.0")}");
    }

    [Fact]
    public void Nothing_is_older_than_every_version()
    {
        KubernetesVersion? nothing = null;

        Assert.True(nothing < Of("0.0") && nothing <= Of("0.0") && Of("0.0") > nothing && nothing <= null);
        Assert.True(Of("0.0").CompareTo(null) > 0);
    }

    [Property]
    public bool The_order_is_that_of_the_numbers(ushort a, ushort b, ushort c, ushort d, ushort e, ushort f) =>
        Math.Sign(Of($"{a}.{b}.{c}").CompareTo(Of($"{d}.{e}.{f}"))) == Math.Sign((a, b, c).CompareTo((d, e, f)));

    [Theory]
    [InlineData(null, VersionFault.Empty, 0)]
    [InlineData("", VersionFault.Empty, 0)]
    [InlineData("1", VersionFault.NotNumbersWithDotsBetweenThem, 1)]
    [InlineData("v", VersionFault.NotNumbersWithDotsBetweenThem, 1)]
    [InlineData("1.", VersionFault.NotNumbersWithDotsBetweenThem, 2)]
    [InlineData("1.17.3.1", VersionFault.NotNumbersWithDotsBetweenThem, 6)]
    [InlineData("1.17.", VersionFault.NotNumbersWithDotsBetweenThem, 5)]
    [InlineData("1.017", VersionFault.NotNumbersWithDotsBetweenThem, 5)]
    [InlineData("1.17-beta", VersionFault.NotNumbersWithDotsBetweenThem, 4)]
    [InlineData("1.1234567890", VersionFault.NotNumbersWithDotsBetweenThem, 11)]
    [InlineData("V1.17", VersionFault.NotNumbersWithDotsBetweenThem, 0)]
    [InlineData("1.-7", VersionFault.NotNumbersWithDotsBetweenThem, 2)]
    [InlineData("1.\u0661", VersionFault.NotNumbersWithDotsBetweenThem, 2)]
    public void A_text_that_is_no_version_is_a_fault_at_its_place(string? text, VersionFault kind, int offset) =>
        Assert.Equal(new TextFault<VersionFault>(kind, offset), KubernetesVersion.Read(text).AsT1);

    private static KubernetesVersion Of(string text) => KubernetesVersion.Read(text).Expect();
}
