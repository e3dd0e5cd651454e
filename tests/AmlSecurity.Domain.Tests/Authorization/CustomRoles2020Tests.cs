using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class CustomRoles2020Tests
{
    [Theory]
    [InlineData("Microsoft.MachineLearningServices/workspaces/read", 0)]
    [InlineData("microsoft.machinelearningservices/WORKSPACES/computes/write", 0)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/*/read", 0)]
    [InlineData("Microsoft.MachineLearningServices/workspaces2/read", 1)]
    [InlineData("Microsoft.MachineLearningServices/locations/usages/read", 1)]
    [InlineData("Microsoft.Authorization/roleAssignments/write", 1)]
    [InlineData("*/read", 1)]
    [Trait("Rule", "AUTHZ-17")]
    [Trait("Rule", "DEC-20")]
    public void An_entry_is_about_the_workspace_or_what_lies_below_it(string entry, int warnings) =>
        AssertWarnings(warnings, "AUTHZ-17", "$.permissions[0].actions[0]", Custom(Block([entry])));

    [Theory]
    [InlineData("Microsoft.MachineLearningServices/workspaces/read", 0)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/computes/Write", 0)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/*/delete", 0)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/listKeys/action", 1)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/*", 1)]
    [Trait("Rule", "AUTHZ-18")]
    public void An_entry_is_a_read_write_or_delete_permission(string entry, int warnings) =>
        AssertWarnings(warnings, "AUTHZ-18", "$.permissions[0].actions[0]", Custom(Block([entry])));

    [Theory]
    [InlineData(SubscriptionText, 0)]
    [InlineData(SubscriptionText + "/resourceGroups/rg1", 0)]
    [InlineData(SubscriptionText + "/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws", 0)]
    [InlineData(
        SubscriptionText + "/resourceGroups/rg1/providers/Microsoft.MachineLearningServices/workspaces/ws/computes/c",
        1)]
    [InlineData(SubscriptionText + "/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts/s", 1)]
    [InlineData("/providers/Microsoft.Management/managementGroups/mg", 1)]
    [InlineData("/", 1)]
    [Trait("Rule", "AUTHZ-19")]
    public void A_role_is_available_at_one_of_three_levels(string scope, int warnings) => AssertWarnings(
        warnings,
        "AUTHZ-19",
        "$.assignableScopes[0]",
        Custom(Block([MlProvider + "/workspaces/read"]), Scope(scope)));

    [Fact]
    [Trait("Rule", "AUTHZ-17")]
    [Trait("Rule", "AUTHZ-18")]
    public void Exclusions_may_name_anything_and_data_entries_may_not()
    {
        var role = Custom(Block([], ["*"], ["Microsoft.Storage/blobs/*"], ["*"]));

        Assert.Equal(
            [("AUTHZ-17", "$.permissions[0].dataActions[0]"), ("AUTHZ-18", "$.permissions[0].dataActions[0]")],
            role.Assess(RuleSet.March2020).Select(finding => (finding.Rule.Text, finding.Path)));
    }

    [Fact]
    [Trait("Rule", "AUTHZ-17")]
    public void Built_in_roles_are_not_judged() => Assert.Empty(Owner.Assess(RuleSet.March2020));

    [Theory]
    [InlineData("2020-03-13", 3)]
    [InlineData("2020-12-31", 3)]
    [InlineData("2021-01-01", 0)]
    [InlineData("current", 0)]
    [Trait("Rule", "AUTHZ-17")]
    [Trait("Rule", "AUTHZ-18")]
    [Trait("Rule", "AUTHZ-19")]
    public void The_three_rules_hold_in_2020(string rules, int warnings)
    {
        var role = Custom(Block(["*"]), ManagementGroup("mg"));

        Assert.Equal(warnings, role.Assess(RuleSet.Read(rules).Expect()).Length);
    }

    [VectorFact("aml/roles-custom")]
    [Trait("Rule", "AUTHZ-17")]
    [Trait("Rule", "AUTHZ-18")]
    [Trait("Rule", "AUTHZ-19")]
    public void All_samples_of_2020_but_one_break_the_rules_of_2020_and_none_breaks_those_of_today()
    {
        var cited = new HashSet<string>();
        var sound = new List<string>();
        foreach (var file in Directory.EnumerateFiles(OutsideVectors.PathOf("aml/roles-custom"), "*.json"))
        {
            var role = RoleDefinition.Read(File.ReadAllBytes(file), Strictness.Lenient).Values.Single();
            var findings = role.Assess(RuleSet.March2020);

            Assert.All(findings, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
            Assert.Empty(role.Assess(RuleSet.Current));
            cited.UnionWith(findings.Select(finding => finding.Rule.Text));
            if (findings.IsEmpty)
            {
                sound.Add(role.Name);
            }
        }

        Assert.Equal(["MLFlow Data Scientist Custom"], sound);
        Assert.Equal(["AUTHZ-17", "AUTHZ-18", "AUTHZ-19"], cited.Order());
    }

    private static RoleDefinition Custom(PermissionBlock block, ResourceId? scope = null) =>
        new("r", [block], assignableScopes: [scope ?? Subscription]);

    private static void AssertWarnings(int count, string rule, string path, RoleDefinition role)
    {
        var findings = role.Assess(RuleSet.March2020).Where(finding => finding.Rule.Text == rule).ToList();

        Assert.Equal(count, findings.Count);
        Assert.All(
            findings, finding => Assert.Equal((FindingSeverity.Warning, path), (finding.Severity, finding.Path)));
    }
}
