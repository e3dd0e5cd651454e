using System.Text.Json;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Rules;

public sealed class FindingTests
{
    private static readonly Finding Sample = new(
        RuleId.Read("NET-05.3").Expect(),
        FindingSeverity.Violation,
        "$.sku",
        "`Basic` has no private link",
        "use `Enterprise`");

    [Fact]
    public void A_finding_is_one_line_for_a_person()
    {
        Assert.Equal(
            "Violation: NET-05.3 at $.sku: `Basic` has no private link; use `Enterprise`", Sample.ToString());
        Assert.Equal(
            "Violation: NET-05.3 at $.sku: `Basic` has no private link", (Sample with { Remedy = null }).ToString());
    }

    [Fact]
    public void Findings_are_equal_by_all_members()
    {
        Assert.Equal(Sample, Sample with { });
        Assert.NotEqual(Sample, Sample with { Path = "$" });
    }

    [Fact]
    public void The_default_severity_is_the_lightest() => Assert.Equal(FindingSeverity.Advice, default);

    [Theory]
    [InlineData(FindingSeverity.Advice, "\"advice\"")]
    [InlineData(FindingSeverity.Warning, "\"warning\"")]
    [InlineData(FindingSeverity.Violation, "\"violation\"")]
    [InlineData(FindingSeverity.Undetermined, "\"undetermined\"")]
    public void A_severity_is_a_word_in_json(FindingSeverity severity, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(severity));
        Assert.Equal(severity, JsonSerializer.Deserialize<FindingSeverity>(json));
    }

    [Fact]
    public void A_finding_survives_json() =>
        Assert.Equal(Sample, JsonSerializer.Deserialize<Finding>(JsonSerializer.Serialize(Sample)));
}
