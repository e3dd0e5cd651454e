using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What the assessment of a policy finds, says and advises.</summary>
public sealed class PolicyFindingTextTests
{
    [Fact]
    public void An_assignment_without_a_role_grants_nothing()
    {
        var finding = Assert.Single(AccessPolicy.Create([], [Assign(Role("lost"), Alice, Group1)]).Assess());

        Assert.Equal("role `lost` is not among the definitions, or several fit; it grants nothing", finding.Message);
        Assert.Equal("give the definition of the role once", finding.Remedy);
    }

    [Fact]
    public void Data_actions_are_not_assigned_at_management_groups()
    {
        var role = new RoleDefinition("r", [Block([], data: ["a/read"]), Block(["a/read"])], assignableScopes: [Subscription]);

        var finding = Assert.Single(AccessPolicy.Create([role], [Assign(role, Alice, ManagementGroup("top"))]).Assess());

        Assert.Equal("$.assignments[0].scope", finding.Path);
        Assert.Equal("a role with data actions cannot be assigned at a management group", finding.Message);
        Assert.Equal("assign it at subscriptions instead", finding.Remedy);
    }

    [Fact]
    public void Assignments_are_limited_for_each_management_group()
    {
        const int TooMany = RoleLimits.AssignmentsPerManagementGroup + 1;
        var policy = AccessPolicy.Create(
            [Reader],
            [
                .. Many("z", TooMany),
                .. Many("b", TooMany),
                .. Many("c", RoleLimits.AssignmentsPerManagementGroup),
            ]);

        Assert.Equal(
            [
                $"there are {TooMany} role assignments in `{ManagementGroup("b")}`",
                $"there are {TooMany} role assignments in `{ManagementGroup("z")}`",
            ],
            policy.Assess().Select(finding => finding.Message));
        Assert.All(policy.Assess(), finding => Assert.Equal(
            $"keep at most {RoleLimits.AssignmentsPerManagementGroup}, for example by assigning roles to groups",
            finding.Remedy));

        static IEnumerable<RoleAssignment> Many(string group, int count) => Enumerable.Range(0, count)
            .Select(at => Assign(Reader, Alice, ManagementGroup(group), $"{group}{at}"));
    }

    [Fact]
    public void A_condition_that_restricts_nothing_is_found_on_assignments_and_on_blocks()
    {
        const string OnlyWrites = "!(ActionMatches{'a/write'}) OR @Environment[isPrivateLink] BoolEquals true";
        var reads = new RoleDefinition("reads", [Block(["a/read"])], assignableScopes: [Subscription]);
        var idle = new RoleDefinition(
            "idle", [Block(["a/read"], condition: OnlyWrites)], assignableScopes: [Subscription]);
        var policy = AccessPolicy.Create(
            [reads, idle], [Assign(reads, Alice, Group1, condition: OnlyWrites), Assign(idle, Alice, Group1, "a2")]);

        Assert.Equal(
            ["$.assignments[0].condition", "$.roles[1].permissions[0].condition"],
            policy.Assess().Select(finding => finding.Path));
        Assert.All(policy.Assess(), finding => Assert.Equal(
            ("the condition holds for everything that stands under it, so that it restricts nothing",
            "let it target what the role grants"),
            (finding.Message, finding.Remedy)));
    }

    [Fact]
    public void A_role_has_names_and_scopes_within_their_limits()
    {
        var role = new RoleDefinition(
            new string('n', 513), [Block(["p/read"])], assignableScopes: [Subscription.Child("p/t", "*")]);

        Assert.Equal(
            [
                ("$.roleName", "it has 513 characters", "use at most 512"),
                ("$.assignableScopes[0]", "an assignable scope has no wildcards", "name each scope"),
            ],
            RoleLimits.Assess(role, RuleSet.Current).Select(finding => (finding.Path, finding.Message, finding.Remedy!)));
    }
}
