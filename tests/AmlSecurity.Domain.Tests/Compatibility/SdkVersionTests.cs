using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Compatibility;

[Trait("Rule", "SCOPE-01")]
public sealed class SdkVersionTests
{
    [Theory]
    [InlineData("1.0.83.1", true)]
    [InlineData("1.0.83.2", true)]
    [InlineData("1.0.85", true)]
    [InlineData("1.1.0", true)]
    [InlineData("1.10", true)]
    [InlineData("1.0.83", false)]
    [InlineData("1.0.83.0", false)]
    [InlineData("1.0.9.9", false)]
    [InlineData("0.99", false)]
    public void The_rules_speak_of_1_0_83_1_and_newer(string text, bool expected)
    {
        var version = SdkVersion.Read(text).Expect();

        Assert.Equal(expected, version.IsInScope);
        Assert.Equal(expected, version >= SdkVersion.Oldest);
        Assert.Equal(expected, !(version < SdkVersion.Oldest));
        Assert.Equal(text, $"{version}");
    }

    [Fact]
    public void An_older_version_is_a_warning_and_one_that_is_not_known_is_open()
    {
        var old = Assert.Single(SdkVersion.Assess(SdkVersion.Read("1.0.83").Expect(), "$.sdk"));
        var open = Assert.Single(SdkVersion.Assess(null, "$.sdk"));

        Assert.Equal((FindingSeverity.Warning, "SCOPE-01", "$.sdk"), (old.Severity, old.Rule.Text, old.Path));
        Assert.Equal(FindingSeverity.Undetermined, open.Severity);
        Assert.Empty(SdkVersion.Assess(SdkVersion.Oldest, "$.sdk"));
    }

    [Fact]
    public void Versions_are_equal_and_ordered_by_their_numbers()
    {
        var (one, other) = (SdkVersion.Read("1.0").Expect(), SdkVersion.Read("1.0.0.0").Expect());

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one <= other && one >= other && one.CompareTo(null) > 0 && SdkVersion.Oldest > one);
        Assert.True(null < one && one > null);
    }

    [Theory]
    [InlineData("", VersionFault.Empty, 0)]
    [InlineData("1", VersionFault.NotNumbersWithDotsBetweenThem, 1)]
    [InlineData("1.0.83.1.1", VersionFault.NotNumbersWithDotsBetweenThem, 8)]
    [InlineData("1.0.85.post1", VersionFault.NotNumbersWithDotsBetweenThem, 7)]
    [InlineData("v1.0", VersionFault.NotNumbersWithDotsBetweenThem, 0)]
    public void A_text_that_is_no_version_is_a_fault_at_its_place(string? text, VersionFault kind, int offset) =>
        Assert.Equal(new TextFault<VersionFault>(kind, offset), SdkVersion.Read(text).AsT1);
}
