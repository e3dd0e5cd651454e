using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Rules.FindingSeverity;
using static AmlSecurity.Domain.Tests.Workspaces.Assessment.Sample;
using Estate = AmlSecurity.Domain.Workspaces.Workspace;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

public sealed class ChangeAssessmentTests
{
    [Fact]
    public void A_workspace_that_stays_as_it_is_changes_nothing() => Assert.Empty(Change(Workspace(), Workspace()));

    [Fact]
    [Trait("Rule", "WS-02")]
    [Trait("Rule", "DATA-05")]
    public void The_flag_and_the_key_are_fixed_at_creation()
    {
        var flag = Change(Workspace(), Workspace("\"hbiWorkspace\":true"));
        var key = Change(Workspace(), Workspace("""
            "encryption":{"status":"Enabled","keyVaultProperties":{"keyVaultArmId":"x","keyIdentifier":"y"}}
            """));

        Assert.Equal(["DATA-05", "WS-02"], flag.Select(finding => finding.Rule.Text));
        Assert.Equal(["WS-02", "WS-02", "WS-02"], key.Select(finding => finding.Rule.Text));
        Assert.All(flag, finding => Assert.Equal("$.properties.hbiWorkspace", finding.Path));
    }

    [Theory]
    [Trait("Rule", "WS-03")]
    [InlineData("store1", "store2")]
    [InlineData("vaults/vault1", "vaults/vault2")]
    [InlineData("images1", "images2")]
    [InlineData("insights1", "insights2")]
    public void Associated_resources_are_fixed_at_creation(string old, string wanted)
    {
        var changed = Change(Workspace(), Workspace().Replace(old, wanted, StringComparison.Ordinal));

        Assert.Equal(["WS-03"], changed.Select(finding => finding.Rule.Text));
        Assert.Empty(Change(Workspace(), Workspace().Replace(old, old.ToUpperInvariant(), StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Rule", "WS-07")]
    public void A_registry_that_is_made_later_is_no_change() => Assert.Empty(
        Change(Workspace().Replace($"\"{Registry}\"", "null", StringComparison.Ordinal), Workspace()));

    [Fact]
    [Trait("Rule", "WS-04")]
    public void An_edition_goes_up_and_never_back()
    {
        Assert.Empty(Change(Workspace(edition: "Basic"), Workspace(edition: "enterprise")));
        Assert.Equal([Violation], Change(Workspace(), Workspace(edition: "basic")).Under("WS-04"));
    }

    [Fact]
    [Trait("Rule", "WS-05")]
    public void An_update_takes_tags_edition_description_and_friendly_name()
    {
        const string Patch = """{"tags":{"a":"b"},"sku":{"name":"Enterprise"},"properties":{"description":"d","friendlyName":"f"}}""";
        const string Wide = """{"location":"westus","properties":{"friendlyName":"f","allowPublicAccessWhenBehindVnet":true}}""";

        Assert.Empty(Change(Workspace(edition: "Basic"), Patch));
        Assert.Equal([Violation, Warning], Change(Workspace(), Wide).Under("WS-05"));
    }

    [Fact]
    public void A_value_that_is_not_resolved_leaves_the_change_open()
    {
        var template = $$"""
            {"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "parameters":{"x":{"type":"bool"} },"resources":[{{Workspace("\"hbiWorkspace\":\"[parameters('x')]\"")}}]}
            """;

        Assert.Equal([Undetermined], Change(Workspace(), template).Under("WS-02"));
    }

    private static System.Collections.Immutable.ImmutableArray<Finding> Change(string before, string after) =>
        Estate.AssessChange(Of(before), Of(after)).ThatSpeak();
}
