using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Tests.Workspaces.DataAtRest;

public sealed class DedicatedCosmosDbTests
{
    [Theory]
    [Trait("Rule", "ENC-24")]
    [Trait("Rule", "DEC-08")]
    [InlineData(7999)]
    [InlineData(8001)]
    [InlineData(0)]
    [InlineData(-8000)]
    public void Other_request_units_than_8000_are_a_violation(int wanted)
    {
        var finding = DedicatedCosmosDb.AssessRequestUnits(wanted, "$.throughput")!;

        Assert.Equal(("ENC-24", FindingSeverity.Violation, "$.throughput"), (finding.Rule.Text, finding.Severity, finding.Path));
        Assert.Null(DedicatedCosmosDb.AssessRequestUnits(8000, "$"));
    }

    [Fact]
    [Trait("Rule", "ENC-23")]
    [Trait("Rule", "DEC-21")]
    public void The_instance_is_deleted_with_its_workspace_and_never_alone()
    {
        Assert.Equal("DEC-21", DedicatedCosmosDb.AssessDeletion(isWorkspaceDeleted: false, "$")!.Rule.Text);
        Assert.Null(DedicatedCosmosDb.AssessDeletion(isWorkspaceDeleted: true, "$"));
    }
}
