using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

[Trait("Rule", "ROLE-01")]
public sealed class RoleLimitsTests
{
    [Theory]
    [InlineData("2020-03-13", 128, 1_024)]
    [InlineData("2020-12-31", 128, 1_024)]
    [InlineData("2021-01-01", 512, 2_048)]
    [InlineData("current", 512, 2_048)]
    public void Name_and_description_have_the_length_of_their_time(string text, int name, int description)
    {
        var rules = RuleSet.Read(text).Expect();

        Assert.Equal((name, description), (RoleLimits.NameLength(rules), RoleLimits.DescriptionLength(rules)));
        AssertNone(Sound(name: new string('n', name), description: new string('d', description)), rules);
        AssertOne("$.roleName", $"it has {name + 1} characters", Sound(name: new string('n', name + 1)), rules);
        AssertOne("$.description", $"it has {description + 1} characters", Sound(
            description: new string('d', description + 1)), rules);
    }

    [Fact]
    public void A_role_has_one_to_2000_assignable_scopes()
    {
        ImmutableArray<ResourceId> Scopes(int count) => [.. Enumerable.Range(0, count)
            .Select(at => Subscription.Child("resourceGroups", $"rg{at}"))];

        AssertNone(Sound(scopes: Scopes(1)));
        AssertNone(Sound(scopes: Scopes(2_000)));
        AssertOne("$.assignableScopes", "there are 2001 scopes", Sound(scopes: Scopes(2_001)));
        AssertOne("$.assignableScopes", "the role can be assigned nowhere", Sound(scopes: []));
    }

    [Fact]
    public void A_role_is_assignable_at_one_management_group_at_most()
    {
        AssertNone(Sound(scopes: [ManagementGroup("a"), Subscription]));
        AssertNone(Sound(scopes: [ManagementGroup("a"), ManagementGroup("A")]));
        AssertOne(
            "$.assignableScopes", "there are 2 management groups", Sound(
                scopes: [ManagementGroup("a"), ManagementGroup("b")]));
    }

    [Fact]
    public void A_role_with_data_actions_is_assignable_at_no_management_group()
    {
        AssertNone(Sound(scopes: [Subscription], block: Block([], data: ["a/read"])));
        AssertNone(Sound(scopes: [ManagementGroup("a")], block: Block(["a/read"], notData: ["a/read"])));
        AssertOne(
            "$.assignableScopes",
            "a role with data actions cannot be assigned at a management group",
            Sound(scopes: [ManagementGroup("a")], block: Block([], data: ["a/read"])));
    }

    [Fact]
    public void Only_a_built_in_role_has_the_root_among_its_scopes()
    {
        AssertOne("$.assignableScopes[1]", "only built-in roles have the scope `/`", Sound(
            scopes: [Subscription, Scope("/")]));
        Assert.Empty(Owner.Assess(RuleSet.Current));
    }

    [Fact]
    public void An_assignable_scope_has_no_wildcard() => AssertOne(
        "$.assignableScopes[0]",
        "an assignable scope has no wildcards",
        Sound(scopes: [Scope(SubscriptionText + "/resourceGroups/*")]));

    [Fact]
    public void An_entry_has_at_most_one_wildcard()
    {
        AssertNone(Sound(block: Block(["a/*/read"], ["*/write"])));
        AssertOne(
            "$.permissions[0].notActions[1]",
            "an entry has at most one wildcard; this one matches nothing",
            Sound(block: Block(["a/*/read"], ["a/b", "a/*/*"])));
    }

    [Fact]
    public void A_condition_has_at_most_8_KB()
    {
        AssertNone(Sound(block: Block(["a/b"], condition: new string('c', 8_192))));
        AssertOne(
            "$.permissions[0].condition",
            "it has 8193 characters",
            Sound(block: Block(["a/b"], condition: new string('c', 8_193))));
    }

    [Fact]
    public void Later_blocks_are_named_by_their_own_path()
    {
        var role = new RoleDefinition("r", [Block(["a/b"]), Block(["*/*"])], assignableScopes: [Subscription]);

        Assert.Equal("$.permissions[1].actions[0]", Assert.Single(role.Assess(RuleSet.Current)).Path);
    }

    [Fact]
    public void A_tenant_has_5000_custom_roles()
    {
        AccessPolicy Policy(int count) =>
            AccessPolicy.Create([Owner, .. Enumerable.Range(0, count).Select(at => Sound(name: $"r{at}"))], []);

        Assert.Empty(Policy(5_000).Assess());
        AssertOne("$.roles", "there are 5001 custom roles", Assert.Single(Policy(5_001).Assess()));
        Assert.Equal(5_000, RoleLimits.CustomRolesPerTenant(AzureCloud.Public));
        Assert.Equal(5_000, RoleLimits.CustomRolesPerTenant(AzureCloud.Government));
        Assert.Equal(2_000, RoleLimits.CustomRolesPerTenant(AzureCloud.Germany));
        Assert.Equal(2_000, RoleLimits.CustomRolesPerTenant(AzureCloud.China21Vianet));
    }

    [Fact]
    public void A_subscription_has_4000_assignments_on_it_and_below()
    {
        AccessPolicy Policy(int count) => AccessPolicy.Create(
            [Reader],
            Enumerable.Range(
                0, count).Select(at => Assign(Reader, Alice, at % 2 == 0 ? Subscription : Workspace, $"a{at}")));

        Assert.Empty(Policy(4_000).Assess());
        AssertOne(
            "$.assignments", $"there are 4001 role assignments in `{Subscription}`", Assert.Single(
                Policy(4_001).Assess()));
    }

    [Fact]
    public void A_management_group_has_500_assignments()
    {
        AccessPolicy Policy(int count) => AccessPolicy.Create(
            [Reader],
            Enumerable.Range(
                0, count).Select(at => Assign(Reader, Alice, ManagementGroup(at % 2 == 0 ? "mg" : "MG"), $"a{at}"))
                .Concat(
                    Enumerable.Range(0, 400).Select(at => Assign(Reader, Alice, ManagementGroup("other"), $"b{at}"))));

        Assert.Empty(Policy(500).Assess());
        AssertOne(
            "$.assignments",
            $"there are 501 role assignments in `{ManagementGroup("mg")}`",
            Assert.Single(Policy(501).Assess()));
    }

    [Fact]
    public void A_custom_role_with_data_actions_is_assigned_at_no_management_group()
    {
        var custom = Sound(block: Block([], data: ["a/read"]));
        var builtIn = new RoleDefinition("b", custom.Blocks, kind: RoleKind.BuiltIn);

        AccessPolicy Policy(RoleDefinition role, ResourceId scope) =>
            AccessPolicy.Create([role], [Assign(role, Alice, scope)]);

        AssertOne(
            "$.assignments[0].scope",
            "a role with data actions cannot be assigned at a management group",
            Assert.Single(Policy(custom, ManagementGroup("m")).Assess()));
        Assert.Empty(Policy(custom, Subscription).Assess());
        Assert.Empty(Policy(builtIn, ManagementGroup("m")).Assess());
    }

    [Fact]
    public void Subscriptions_that_are_no_GUIDs_are_counted_too() => Assert.Empty(
        AccessPolicy.Create(
            [Reader], [Assign(Reader, Alice, Scope("/subscriptions/subId/resourceGroups/rg"))]).Assess());

    [Fact]
    public void The_findings_of_a_policy_say_which_role_they_are_about()
    {
        var policy = AccessPolicy.Create([Sound(), Sound(name: new string('n', 513))], []);

        Assert.Equal("$.roles[1].roleName", Assert.Single(policy.Assess()).Path);
    }

    [Fact]
    public void An_assignment_that_can_grant_nothing_is_a_warning()
    {
        var policy = AccessPolicy.Create(
            [Reader], [Assign(Role("lost"), Alice, Group1), Assign(Reader, Alice, Group1, condition: "c")]);

        Assert.Equal(
            [
                ("RBAC-01", FindingSeverity.Warning, "$.assignments[0]"),
                ("RBAC-04", FindingSeverity.Warning, "$.assignments[1].condition"),
            ],
            policy.Assess().Select(finding => (finding.Rule.Text, finding.Severity, finding.Path)));
    }

    [Fact]
    public void Changes_take_their_time_to_reach_every_request()
    {
        Assert.Equal(Duration.FromMinutes(30), RoleLimits.AssignmentPropagation);
        Assert.Equal(Duration.FromMinutes(15), RoleLimits.ShortestRolePropagation);
        Assert.Equal(Duration.FromHours(1), RoleLimits.LongestRolePropagation);
    }

    private static RoleDefinition Sound(
        string name = "r",
        string? description = null,
        ImmutableArray<ResourceId>? scopes = null,
        PermissionBlock? block = null) => new(
            name,
            [block ?? Block([MlProvider + "/workspaces/read"])],
            description: description,
            assignableScopes: scopes ?? [Subscription]);

    private static void AssertNone(RoleDefinition role, RuleSet? rules = null) => Assert.Empty(Limits(role, rules));

    private static void AssertOne(string path, string message, RoleDefinition role, RuleSet? rules = null) =>
        AssertOne(path, message, Assert.Single(Limits(role, rules)));

    private static void AssertOne(string path, string message, Finding finding)
    {
        Assert.Equal(
            ("ROLE-01", FindingSeverity.Violation, path, message),
            (finding.Rule.Text, finding.Severity, finding.Path, finding.Message));
        Assert.NotNull(finding.Remedy);
    }

    private static IEnumerable<Finding> Limits(RoleDefinition role, RuleSet? rules) =>
        role.Assess(rules ?? RuleSet.Current).Where(finding => finding.Rule == AuthorizationRules.Limits);
}
